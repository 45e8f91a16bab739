def numbers():
    yield 1


def double(number):
    return number * 2


[double(number) for number in numbers()]
