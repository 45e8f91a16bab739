def logged(function=None, loud=False):
    if function is None:
        return lambda found: logged(found, loud)

    def wrapper():
        return function()

    return wrapper


@logged
def plain():
    pass


@logged(loud=True)
def noisy():
    pass


plain()
noisy()
