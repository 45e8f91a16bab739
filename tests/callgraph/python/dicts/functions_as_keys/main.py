def first():
    pass


def second():
    pass


names = {first: "first", second: "second"}
for function in names:
    function()
