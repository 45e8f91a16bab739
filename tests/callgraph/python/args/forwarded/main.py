def target():
    pass


def inner(function):
    function()


def outer(function):
    inner(function)


outer(target)
