def is_even(number):
    return number % 2 == 0


def evens(numbers):
    return tuple(filter(is_even, numbers))


evens([1, 2])
