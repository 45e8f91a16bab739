def make(function):
    def run():
        function()

    return run


def target():
    pass


make(target)()
