def usual():
    pass


def special():
    pass


def run(function=usual):
    function()


run()
run(special)
