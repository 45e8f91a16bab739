def one():
    return 1


def numbers():
    return (one() for _ in "a")


for number in numbers():
    pass
