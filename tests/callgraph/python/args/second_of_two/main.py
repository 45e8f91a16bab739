def first():
    pass


def second():
    pass


def run(before, after):
    after()


run(first, second)
