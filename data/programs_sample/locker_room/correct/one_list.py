n, *orders = open(0).read().splitlines()
lockers = [None] * int(n)


def run(order, name, other=None):
    """Carry out one order and return what it prints."""
    if order == "who":
        if not name.isdigit() or not 1 <= int(name) <= len(lockers):
            return "bad locker"
        return lockers[int(name) - 1] or "free"
    if order == "in":
        if name in lockers:
            return "already in"
        if None not in lockers:
            return "full"
        place = lockers.index(None)
        lockers[place] = name
        return place + 1
    for guest in (name, other or name):
        if guest not in lockers:
            return "unknown " + guest
    i = lockers.index(name)
    if order == "out":
        lockers[i] = None
        return i + 1
    j = lockers.index(other)
    lockers[i], lockers[j] = other, name
    return None


for line in orders:
    result = run(*line.split())
    if result is not None:
        print(result)
