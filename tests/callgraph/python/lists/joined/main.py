def first():
    pass


def second():
    pass


functions = [first] + [second]
for function in functions:
    function()
