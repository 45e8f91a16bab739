def usual():
    pass


def special():
    pass


def run(function=None):
    function = function or usual
    function()


run()
run(special)
