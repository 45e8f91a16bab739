def target():
    pass


def outer():
    chosen = None

    def choose():
        nonlocal chosen
        chosen = target

    choose()
    chosen()


outer()
