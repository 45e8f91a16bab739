def double(number):
    return number * 2


def square(number):
    return number**2


for function, number in zip([double, square], range(2)):
    function(number)
