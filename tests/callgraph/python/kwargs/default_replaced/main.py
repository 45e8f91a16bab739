def usual():
    pass


def special():
    pass


def run(number, function=usual):
    function()


run(1, function=special)
