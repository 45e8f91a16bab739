def double(number):
    return number * 2


def increase(number):
    return number + 1


def compose(outer, inner):
    def composed(number):
        return outer(inner(number))

    return composed


compose(double, increase)(3)
