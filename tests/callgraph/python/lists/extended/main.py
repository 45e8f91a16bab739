def first():
    pass


def second():
    pass


functions = [first]
functions.extend([second])
for function in functions:
    function()
