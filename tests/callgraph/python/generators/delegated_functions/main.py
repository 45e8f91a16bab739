def target():
    pass


def inner():
    yield target


def outer():
    yield from inner()


for function in outer():
    function()
