def double(number):
    return number * 2


doubled = (double(number) for number in [1, 2])
for number in doubled:
    pass
