def logged(function):
    def wrapper():
        function()

    return wrapper


@logged
def first():
    pass


@logged
def second():
    pass


first()
second()
