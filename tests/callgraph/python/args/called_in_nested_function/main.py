def target():
    pass


def outer(function):
    def nested():
        function()

    nested()


outer(target)
