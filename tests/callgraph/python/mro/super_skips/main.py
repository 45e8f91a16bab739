class Top:
    def work(self):
        pass


class Middle(Top):
    pass


class Bottom(Middle):
    def work(self):
        super().work()


Bottom().work()
