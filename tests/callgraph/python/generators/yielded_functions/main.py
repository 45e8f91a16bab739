def first():
    pass


def second():
    pass


def functions():
    yield first
    yield second


for function in functions():
    function()
