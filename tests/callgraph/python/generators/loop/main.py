def numbers():
    yield 1


def use(number):
    pass


for number in numbers():
    use(number)
