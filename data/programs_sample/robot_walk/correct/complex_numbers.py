import re

steps = re.findall(r"(\d*)([FBLR])", input())
blocked = {complex(*map(int, input().split())) for _ in range(int(input()))}
place, ahead = 0, 1j
for number, letter in steps:
    for _ in range(int(number or 1)):
        if letter == "L":
            ahead *= 1j
        elif letter == "R":
            ahead *= -1j
        else:
            target = place + (ahead if letter == "F" else -ahead)
            if target not in blocked:
                place = target
print(int(place.real), int(place.imag), {1j: "N", 1: "E", -1j: "S", -1: "W"}[ahead])
