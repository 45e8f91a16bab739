k, *commands = open(0).read().splitlines()
cache = {}
for line in commands:
    match line.split():
        case ["put", key, value]:
            if key in cache:
                del cache[key]
            elif len(cache) == int(k):
                oldest = next(iter(cache))
                del cache[oldest]
                print("drop", oldest)
            cache[key] = value
        case ["get", key] if key in cache:
            cache[key] = cache.pop(key)
            print(cache[key])
        case ["get", _]:
            print("miss")
        case ["has", key]:
            print("yes" if key in cache else "no")
