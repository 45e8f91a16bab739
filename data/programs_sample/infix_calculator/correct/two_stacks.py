import sys

RANK = {"+": 1, "-": 1, "*": 2, "/": 2, "(": 0}


def apply(nums, ops):
    op, b, a = ops.pop(), nums.pop(), nums.pop()
    if op == "+":
        nums.append(a + b)
    elif op == "-":
        nums.append(a - b)
    elif op == "*":
        nums.append(a * b)
    else:
        nums.append(a // b if a * b >= 0 else -(-a // b))


def evaluate(s):
    nums, ops = [], []
    for t in s.translate({ord(c): f" {c} " for c in "+-*/()"}).split():
        if t.isdigit():
            nums.append(int(t))
        elif t == "(":
            ops.append(t)
        elif t == ")":
            while ops[-1] != "(":
                apply(nums, ops)
            ops.pop()
        else:
            while ops and RANK[ops[-1]] >= RANK[t]:
                apply(nums, ops)
            ops.append(t)
    while ops:
        apply(nums, ops)
    return nums[0]


for line in sys.stdin:
    try:
        print(evaluate(line))
    except ZeroDivisionError:
        print("error")
