import sys


def ways(target, numbers):
    """Yield the ways as tuples; the greatest number is decided first."""
    if not numbers:
        if target == 0:
            yield ()
        return
    *smaller, largest = numbers
    for count in range(target // largest + 1):
        for way in ways(target - count * largest, smaller):
            yield way + (largest,) * count


first, second = sys.stdin.read().splitlines()
lines = [" ".join(map(str, way)) for way in ways(int(first), sorted(map(int, second.split())))]
for line in lines or ["none"]:
    print(line or "nothing")
