class Robot:
    @classmethod
    def build(cls):
        return cls()

    def walk(self):
        pass


build = getattr(Robot, "build")
build().walk()
