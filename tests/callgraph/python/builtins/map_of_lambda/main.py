def double(number):
    return number * 2


tuple(map(lambda number: double(number), [1]))
