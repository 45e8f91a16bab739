def registered(kind):
    kind.check()
    return kind


@registered
class Plugin:
    @staticmethod
    def check():
        pass

    def work(self):
        pass


Plugin().work()
