import re


def join(ropes: list[int]) -> int:
    """Return the cost of making one rope out of a list that is sorted."""
    if len(ropes) < 2:
        return 0
    first, second = ropes[:2]
    rest = sorted(ropes[2:] + [first + second])
    return first + second + join(rest)


lengths = sorted(map(int, re.findall(r"\d+", input())))
print(join(lengths))
