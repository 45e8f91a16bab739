class Top:
    def work(self):
        pass


class Left(Top):
    def work(self):
        super().work()


class Right(Top):
    def work(self):
        super().work()


class Bottom(Left, Right):
    def work(self):
        super().work()


Bottom().work()
