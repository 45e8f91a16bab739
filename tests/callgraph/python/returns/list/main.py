def first():
    pass


def second():
    pass


def steps():
    return [first, second]


for step in steps():
    step()
