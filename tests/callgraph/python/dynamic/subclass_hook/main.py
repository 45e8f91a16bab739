class Plugin:
    def __init_subclass__(cls):
        cls.register()

    @classmethod
    def register(cls):
        pass


class Reader(Plugin):
    pass
