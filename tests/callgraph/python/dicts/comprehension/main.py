def first():
    pass


def second():
    pass


table = {number: function for number, function in enumerate([first, second])}
for number in range(2):
    table[number]()
