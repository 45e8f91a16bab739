def first():
    pass


def second():
    pass


def run(function):
    function()


run(first)
run(second)
