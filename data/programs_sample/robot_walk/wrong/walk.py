import re


def walk(program: str, blocked: set[tuple[int, int]]) -> tuple[int, int, str]:
    """Follow the program and return the place and the direction."""
    x, y, facing = 0, 0, "N"
    left = dict(zip("NWSE", "WSEN"))
    right = {b: a for a, b in left.items()}
    ahead = {"N": (0, 1), "W": (-1, 0), "S": (0, -1), "E": (1, 0)}
    for digits, letter in re.findall(r"([0-9]*)([A-Z])", program):
        for _ in range(int(digits) if digits else 1):
            if letter in "LR":
                facing = (left if letter == "L" else right)[facing]
                continue
            dx, dy = ahead[facing]
            if letter == "B":
                dx, dy = -dx, -dy
            if (x + dx, y + dy) in blocked:
                return x, y, facing
            x, y = x + dx, y + dy
    return x, y, facing


program = input()
places = {tuple(map(int, input().split())) for _ in range(int(input()))}
print(*walk(program, places))
