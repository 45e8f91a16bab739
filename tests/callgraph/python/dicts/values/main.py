def first():
    pass


def second():
    pass


table = dict(a=first, b=second)
for function in table.values():
    function()
