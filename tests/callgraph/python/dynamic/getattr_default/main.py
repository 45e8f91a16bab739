class Robot:
    def walk(self):
        pass


def fallback():
    pass


getattr(Robot(), "fly", fallback)()
getattr(Robot(), "walk", fallback)()
