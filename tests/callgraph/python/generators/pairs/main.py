def first():
    pass


def second():
    pass


def routes():
    yield "a", first
    yield "b", second


for name, function in routes():
    function()
