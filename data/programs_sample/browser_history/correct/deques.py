from collections import deque
from itertools import repeat

back, forward = deque(["start"]), deque()


def move(source, target, least, count):
    for _ in repeat(None, count):
        if len(source) == least:
            break
        target.appendleft(source.popleft())


n = int(input())
for words in (input().split() for _ in range(n)):
    match words:
        case "visit", page:
            back.appendleft(page)
            forward = deque()
        case "back", steps:
            move(back, forward, 1, int(steps))
        case "forward", steps:
            move(forward, back, 0, int(steps))
    print(back[0])
