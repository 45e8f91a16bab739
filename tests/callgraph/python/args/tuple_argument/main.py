def first():
    pass


def second():
    pass


def run(pair):
    before, after = pair
    before()


run((first, second))
