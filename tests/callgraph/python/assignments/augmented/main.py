def first():
    pass


def second():
    pass


functions = (first,)
functions += (second,)
for function in functions:
    function()
