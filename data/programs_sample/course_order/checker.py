import json
import sys

case = json.load(sys.stdin)
n, m, *numbers = map(int, case["input"].split())
rules = list(zip(numbers[::2], numbers[1::2]))
answer = case["output"].split()
if case["expected"].split() == ["impossible"] or answer == ["impossible"]:
    print("ok" if answer == case["expected"].split() else "wrong about whether an order exists")
elif sorted(answer) != sorted(str(v) for v in range(1, n + 1)):
    print("not every course exactly once")
else:
    place = {int(v): i for i, v in enumerate(answer)}
    broken = [(a, b) for a, b in rules if place[a] >= place[b]]
    print(f"course {broken[0][0]} must come before {broken[0][1]}" if broken else "ok")
