import math


def apply(function, number):
    return function(number)


apply(math.sqrt, 4)
