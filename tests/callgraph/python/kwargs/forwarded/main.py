def target():
    pass


def inner(function):
    function()


def outer(**options):
    inner(**options)


outer(function=target)
