import json
import sys

case = json.load(sys.stdin)
n, row, column = map(int, case["input"].split())
lines = case["output"].split()
if case["expected"].split() == ["impossible"] or lines == ["impossible"]:
    print("ok" if lines == case["expected"].split() else "wrong about whether a placement exists")
elif len(lines) != n or any(len(line) != n or line.count("Q") != 1 or set(line) - set("Q.") for line in lines):
    print("expected a board with one queen in each row")
else:
    queens = [line.index("Q") for line in lines]
    if queens[row - 1] != column - 1:
        print("the first queen has been moved")
    elif any(abs(queens[i] - queens[j]) in (0, i - j) for i in range(n) for j in range(i)):
        print("two queens attack each other")
    else:
        print("ok")
