class Low(Exception):
    def show(self):
        pass


class High(Exception):
    def show(self):
        pass


def work(kind):
    try:
        raise kind
    except (Low, High) as problem:
        problem.show()


work(Low)
work(High)
