import sys

value = {}


def slot(x):
    """Nodes live at places: 1 is the root, 2p and 2p + 1 are the children of p."""
    place = 1
    while value.get(place) and value[place] != x:
        place = 2 * place + (x > value[place])
    return place


def move(source, target):
    if source in value:
        value[target] = value.pop(source)
        move(2 * source, 2 * target)
        move(2 * source + 1, 2 * target + 1)


def remove(place):
    low, high = 2 * place, 2 * place + 1
    if low in value and high in value:
        while 2 * high in value:
            high *= 2
        value[place] = value[high]
        remove(high)
    else:
        del value[place]
        move(low if low in value else high, place)


for line in sys.stdin:
    command, number = line.split()
    place = slot(int(number))
    if command == "add":
        if place in value and value[place]:
            print("double")
        else:
            value[place] = int(number)
    elif place not in value:
        print("missing")
    elif command == "del":
        remove(place)
    else:
        print(place.bit_length() - 1)


def show(place):
    return [value[place]] + show(2 * place) + show(2 * place + 1) if place in value else []


print(*show(1) or ["empty"])
