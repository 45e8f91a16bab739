import sys

cache = {}


def get(key):
    if key not in cache:
        return None
    value = cache.pop(key)
    cache[key] = value
    return value


limit = int(sys.stdin.readline())
for line in sys.stdin:
    command, key, *more = line.split()
    value = get(key)
    if command == "get":
        print("miss" if value is None else value)
    elif command == "has":
        print("no" if value is None else "yes")
    else:
        if value is None and len(cache) >= limit:
            oldest = list(cache)[0]
            cache.pop(oldest)
            print("drop", oldest)
        cache[key] = more[0]
