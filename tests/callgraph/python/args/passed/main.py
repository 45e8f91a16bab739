def target():
    pass


def run(function):
    function()


run(target)
