def first():
    pass


def second():
    pass


for function in [first, second]:
    function()
