target = int(input())
numbers = list(map(int, input().split()))
lines = []


def extend(way, total):
    if total == target:
        lines.append(" ".join(map(str, way)) or "nothing")
        return
    for n in numbers:
        if total + n <= target:
            extend(way + [n], total + n)


extend([], 0)
print("\n".join(lines) or "none")
