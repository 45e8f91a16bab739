def mark(function=None, *, loud=False):
    def decorate(wrapped):
        def wrapper():
            return wrapped()

        return wrapper

    return decorate(function) if function else decorate


@mark
def plain():
    pass


@mark(loud=True)
def noisy():
    pass


plain()
noisy()
