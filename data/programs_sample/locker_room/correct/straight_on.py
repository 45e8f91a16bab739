import sys

number = {}
n = int(input())
for line in sys.stdin:
    order, name, *rest = line.split()
    missing = [guest for guest in [name, *rest] if guest not in number]
    if order == "who":
        try:
            wanted = int(name)
        except ValueError:
            wanted = 0
        if 1 <= wanted <= n:
            print(next((guest for guest, own in number.items() if own == wanted), "free"))
        else:
            print("bad locker")
    elif order == "in":
        if not missing:
            print("already in")
        elif len(number) == n:
            print("full")
        else:
            number[name] = min(set(range(1, n + 1)) - set(number.values()))
            print(number[name])
    elif missing:
        print("unknown", missing[0])
    elif order == "out":
        print(number.pop(name))
    else:
        number[name], number[rest[0]] = number[rest[0]], number[name]
