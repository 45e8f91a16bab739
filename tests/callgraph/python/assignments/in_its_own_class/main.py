def target():
    pass


class Tools:
    target = target

    def other():
        pass


Tools.target()
