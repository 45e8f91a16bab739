def logged(function):
    def wrapper():
        function()

    return wrapper


def target():
    pass


quiet = target
target = logged(target)
target()
quiet()
