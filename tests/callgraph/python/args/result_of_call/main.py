def target():
    pass


def choose():
    return target


def run(function):
    function()


run(choose())
