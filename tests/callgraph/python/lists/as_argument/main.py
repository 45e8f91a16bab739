def first():
    pass


def second():
    pass


def run_all(functions):
    for function in functions:
        function()


run_all([first, second])
