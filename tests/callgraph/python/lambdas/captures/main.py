def target():
    pass


def make(function):
    return lambda: function()


make(target)()
