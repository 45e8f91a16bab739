import sys


def search(numbers, rest, start, way, result):
    """Collect the ways to make `rest` from numbers[start:]."""
    if rest == 0:
        result.append(list(way))
    for i in range(start, len(numbers)):
        if numbers[i] <= rest:
            way.append(numbers[i])
            search(numbers, rest - numbers[i], i + 1, way, result)
            way.pop()


target, *numbers = map(int, sys.stdin.read().split())
result = []
search(sorted(numbers), target, 0, [], result)
if not result:
    print("none")
for way in result:
    print(" ".join(map(str, way)) if way else "nothing")
