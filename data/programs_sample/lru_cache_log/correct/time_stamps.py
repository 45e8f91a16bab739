from itertools import count

k = int(input())
clock = count()
value = {}
used = {}
try:
    while True:
        parts = input().split()
        key = parts[1]
        if parts[0] == "has":
            print("yes" if key in value else "no")
        elif parts[0] == "get":
            if key in value:
                used[key] = next(clock)
            print(value.get(key, "miss"))
        else:
            if key not in value and len(value) == k:
                oldest = min(used, key=used.get)
                del used[oldest], value[oldest]
                print("drop " + oldest)
            value[key] = parts[2]
            used[key] = next(clock)
except EOFError:
    pass
