from functools import wraps


def logged(function):
    @wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@logged
def target(number):
    return number


target(1)
