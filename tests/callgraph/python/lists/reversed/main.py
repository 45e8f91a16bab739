def first():
    pass


def second():
    pass


for function in reversed([first, second]):
    function()
