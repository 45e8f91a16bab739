import sys
from bisect import insort

n = int(input())
free = list(range(1, n + 1))
name_of, locker_of = {}, {}
for line in sys.stdin:
    match line.split():
        case ["who", text]:
            known = text.lstrip("0").isdigit() and int(text) <= n
            print(name_of.get(int(text), "free") if known else "bad locker")
        case ["in", name] if name in locker_of:
            print("already in")
        case ["in", name] if free:
            locker_of[name] = free.pop(0)
            name_of[locker_of[name]] = name
            print(locker_of[name])
        case ["in", _]:
            print("full")
        case [_, *names] if missing := [name for name in names if name not in locker_of]:
            print("unknown", missing[0])
        case ["out", name]:
            locker = locker_of.pop(name)
            del name_of[locker]
            insort(free, locker)
            print(locker)
        case ["swap", one, other]:
            a, b = locker_of[one], locker_of[other]
            locker_of[one], locker_of[other] = b, a
            name_of[b], name_of[a] = one, other
