def first():
    pass


def second():
    pass


def third():
    pass


functions = [first, second, third]
for function in functions[1:]:
    function()
