from tools import target


def run(function):
    function()


run(target)
