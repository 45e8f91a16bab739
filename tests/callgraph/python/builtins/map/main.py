def double(number):
    return number * 2


list(map(double, [1, 2, 3]))
