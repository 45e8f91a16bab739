import json
import sys

case = json.load(sys.stdin)
n, m, *numbers = map(int, case["input"].split())
answer = case["output"].split()
expected = case["expected"].split()
if len(answer) != 1:
    print("expected one word")
elif "impossible" in (answer[0], expected[0]):
    print("ok" if answer == expected else "wrong about whether a division exists")
elif len(answer[0]) != n or set(answer[0]) - set("AB"):
    print(f"expected {n} letters A or B")
else:
    clash = [(a, b) for a, b in zip(numbers[::2], numbers[1::2]) if answer[0][a - 1] == answer[0][b - 1]]
    print(f"{clash[0][0]} and {clash[0][1]} quarrel in one team" if clash else "ok")
