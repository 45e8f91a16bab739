import heapq
import sys

data = sys.stdin.read().splitlines()
free = list(range(1, int(data[0]) + 1))
everything = set(free)
of_guest, of_locker = {}, {}
for line in data[1:]:
    order, *args = line.split()
    absent = [name for name in args if name not in of_guest]
    if order == "who":
        key = int(args[0]) if args[0].isdigit() else None
        print(of_locker.get(key, "free") if key in everything else "bad locker")
    elif order == "in" and not absent:
        print("already in")
    elif order == "in" and not free:
        print("full")
    elif order == "in":
        locker = heapq.heappop(free)
        of_guest[args[0]] = locker
        of_locker[locker] = args[0]
        print(locker)
    elif absent:
        print("unknown", absent[0])
    elif order == "out":
        locker = of_guest.pop(args[0])
        del of_locker[locker]
        heapq.heappush(free, locker)
        print(locker)
    else:
        first, second = args
        of_guest[first] = of_guest[second]
        of_guest[second] = of_guest[first]
        of_locker[of_guest[first]] = first
        of_locker[of_guest[second]] = second
