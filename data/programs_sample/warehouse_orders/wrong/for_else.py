import sys
from collections import defaultdict

stock = defaultdict(int)
out = []
for line in sys.stdin:
    w = line.split()
    ok = False
    if w[0] == "add" and len(w) == 3 and w[2].isdigit() and int(w[2]) > 0:
        stock[w[1]] += int(w[2])
        out.append("added")
        ok = True
    elif w[0] == "show" and len(w) == 2 and w[1] in stock:
        out.append(stock[w[1]])
        ok = True
    elif w[0] == "order" and len(w) > 1:
        total = defaultdict(int)
        for part in w[1:]:
            item, _, n = part.partition(":")
            if item not in stock or not n.isdigit() or int(n) == 0:
                break
            total[item] += int(n)
        else:
            ok = True
            if all(stock[i] > n for i, n in total.items()):
                for i, n in total.items():
                    stock[i] -= n
                out.append("delivered")
            else:
                out.append("short")
    if not ok:
        out.append("error")
print(*out, sep="\n")
