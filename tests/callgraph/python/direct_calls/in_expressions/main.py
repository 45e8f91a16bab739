def one():
    return 1


def two():
    return 2


def three():
    return 3


def total():
    if one() and two():
        return {"three": [three() + 1]}


total()
