def first():
    pass


def second():
    pass


def run(**functions):
    for name, function in functions.items():
        function()


run(one=first, two=second)
