def target():
    pass


def functions():
    yield target


for function in list(functions()):
    function()
