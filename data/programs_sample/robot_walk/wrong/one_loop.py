import sys

lines = sys.stdin.read().splitlines()
blocked = {tuple(map(int, row.split())) for row in lines[2:2 + int(lines[1])]}
dirs = [(0, 1), (1, 0), (0, -1), (-1, 0)]
x = y = facing = 0
repeat = 1
for ch in lines[0]:
    if ch.isdigit():
        repeat = int(ch)
        continue
    for _ in range(repeat):
        if ch == "L":
            facing = (facing - 1) % 4
        elif ch == "R":
            facing = (facing + 1) % 4
        else:
            sign = 1 if ch == "F" else -1
            spot = (x + sign * dirs[facing][0], y + sign * dirs[facing][1])
            if spot not in blocked:
                x, y = spot
    repeat = 1
print(x, y, "NESW"[facing])
