from functools import partial

target = int(input())
numbers = sorted(map(int, input().split()))
ways, current = [], []


def walk(rest, start):
    if not rest:
        ways.append(current)
        return
    for i, n in enumerate(numbers[start:], start):
        if n > rest:
            return
        current.append(n)
        walk(rest - n, i)
        current.pop()


walk(target, 0)
show = partial(print, sep=" ")
if not ways:
    show("none")
for way in ways:
    show(*way or ["nothing"])
