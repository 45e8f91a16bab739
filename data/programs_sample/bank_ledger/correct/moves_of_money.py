import sys
from collections import ChainMap

CASH = float("inf")
book = {}
n, *lines = sys.stdin.read().split("\n")
for line in lines[:int(n)]:
    match line.split():
        case ["open", who]:
            good = who not in book
            if good:
                book[who] = 0
            print("ok" if good else "failed")
            continue
        case ["deposit", who, amount]:
            source, target = "#", who
        case ["withdraw", who, amount]:
            source, target = who, "#"
        case ["transfer", source, target, amount]:
            pass
    amount = int(amount)
    view = ChainMap(book, {"#": CASH})
    if source in view and target in view and 0 < amount <= view[source]:
        if source != "#":
            book[source] -= amount
        if target != "#":
            book[target] += amount
        print("ok")
    else:
        print("failed")
for who in sorted(book):
    print(who, book[who])
