from itertools import count

ticks = count(1)
size = int(input())
values, stamps = {}, {}
while True:
    try:
        command, key, *value = input().split()
    except EOFError:
        break
    if command == "get":
        try:
            print(values[key])
            stamps[key] = next(ticks)
        except ValueError:
            print("miss")
    elif command == "has":
        print("yes" if key in values else "no")
    else:
        if key not in values and len(values) >= size:
            victim = min(stamps, key=lambda name: stamps[name])
            values.pop(victim)
            stamps.pop(victim)
            print("drop", victim)
        values[key] = value[0]
        stamps[key] = next(ticks)
