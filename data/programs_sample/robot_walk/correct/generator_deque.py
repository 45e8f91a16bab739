from collections import deque
from typing import Iterator


def commands(text: str) -> Iterator[str]:
    """The single commands, with the numbers carried out."""
    number = 0
    for ch in text:
        if "0" <= ch <= "9":
            number = 10 * number + int(ch)
        else:
            yield from ch * max(number, 1)
            number = 0


compass = deque([("N", 0, 1), ("E", 1, 0), ("S", 0, -1), ("W", -1, 0)])
program = input()
blocked = [input().split() for _ in range(int(input()))]
x, y = 0, 0
for command in commands(program):
    if command == "L":
        compass.rotate(1)
    elif command == "R":
        compass.rotate(-1)
    else:
        _, dx, dy = compass[0]
        if command == "B":
            dx, dy = -dx, -dy
        if [str(x + dx), str(y + dy)] not in blocked:
            x, y = x + dx, y + dy
print(x, y, compass[0][0])
