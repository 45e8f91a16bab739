import json
import sys

case = json.load(sys.stdin)
numbers = list(map(int, case["input"].split()))
target, values = numbers[1], numbers[2:]
answer = case["output"].split()
if case["expected"].split() == ["-1"]:
    print("ok" if answer == ["-1"] else "there is no such pair")
elif len(answer) != 2 or not all(a.isdigit() for a in answer):
    print("two positions expected")
else:
    i, j = map(int, answer)
    if not 1 <= i < j <= len(values):
        print("positions out of range or out of order")
    elif values[i - 1] + values[j - 1] != target:
        print("the values do not add up to the target")
    else:
        print("ok")
