import sys

money = {}


def change(name, amount):
    if name not in money:
        raise KeyError(name)
    if money[name] + amount < 0:
        raise ValueError(amount)
    money[name] += amount


def execute(words):
    if words[0] == "open":
        if words[1] in money:
            raise KeyError(words[1])
        money[words[1]] = 0
        return
    amount = int(words[-1])
    if amount <= 0:
        raise ValueError(amount)
    if words[0] == "deposit":
        change(words[1], amount)
    elif words[0] == "withdraw":
        change(words[1], -amount)
    else:
        change(words[1], -amount)
        change(words[2], amount)


for line in sys.stdin.read().splitlines()[1:]:
    try:
        execute(line.split())
    except (KeyError, ValueError):
        print("failed")
    else:
        print("ok")
for name in sorted(money):
    print(name, money[name])
