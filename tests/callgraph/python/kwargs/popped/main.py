def target():
    pass


def run(**options):
    function = options.pop("function")
    function()


run(function=target)
