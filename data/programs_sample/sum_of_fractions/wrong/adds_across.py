from math import gcd

lines = open(0).read().split()
rows = [line.split("/") for line in lines[1:]]
p = sum(int(a) for a, _ in rows)
q = sum(int(b) for _, b in rows)
if p == 0:
    print(0)
else:
    g = gcd(p, q)
    p, q = p // g, q // g
    print(p if q == 1 else str(p) + "/" + str(q))
