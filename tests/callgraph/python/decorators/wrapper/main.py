def logged(function):
    def wrapper():
        function()

    return wrapper


@logged
def target():
    pass


target()
