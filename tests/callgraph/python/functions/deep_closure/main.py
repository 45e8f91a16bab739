def target():
    pass


def outer(function):
    def middle():
        def inner():
            function()

        return inner

    return middle


outer(target)()()
