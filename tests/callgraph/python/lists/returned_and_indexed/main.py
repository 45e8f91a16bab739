def first():
    pass


def second():
    pass


class Steps:
    def all(self):
        return [first, second]


Steps().all()[0]()
