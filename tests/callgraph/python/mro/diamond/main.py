class Top:
    def work(self):
        pass


class Left(Top):
    pass


class Right(Top):
    def work(self):
        pass


class Bottom(Left, Right):
    pass


Bottom().work()
