class Left:
    def work(self):
        pass


class Right:
    def work(self):
        pass

    def rest(self):
        pass


class Both(Left, Right):
    pass


both = Both()
both.work()
both.rest()
