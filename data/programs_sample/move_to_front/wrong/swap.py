import sys

for row in sys.stdin.read().splitlines():
    a = [chr(ord("a") + k) for k in range(26)]
    parts = row.split()
    res = []
    if parts[0] == "encode":
        for c in parts[1]:
            i = a.index(c)
            res.append(str(i))
            a[0], a[i] = a[i], a[0]
        print(" ".join(res))
    else:
        for t in parts[1:]:
            i = int(t)
            res.append(a[i])
            a[0], a[i] = a[i], a[0]
        print("".join(res))
