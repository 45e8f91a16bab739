def given():
    pass


def own():
    pass


def run(function):
    function = own
    function()


run(given)
