def first():
    pass


def second():
    pass


def run(*functions):
    for function in functions:
        function()


run(first, second)
