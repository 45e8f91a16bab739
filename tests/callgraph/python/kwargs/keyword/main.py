def target():
    pass


def run(function):
    function()


run(function=target)
