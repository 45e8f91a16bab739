def first():
    pass


def second():
    pass


def run(before, after):
    before()


run(after=first, before=second)
