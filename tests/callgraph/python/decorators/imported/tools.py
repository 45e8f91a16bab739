def logged(function):
    def wrapper():
        before()
        return function()

    return wrapper


def before():
    pass
