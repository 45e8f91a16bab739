def first():
    pass


def second():
    pass


functions = [second]
functions.insert(0, first)
for function in functions:
    function()
