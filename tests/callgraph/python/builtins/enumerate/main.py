def first():
    pass


def second():
    pass


for number, function in enumerate([first, second]):
    function()
