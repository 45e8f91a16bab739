n = int(input())
xs = sorted([list(map(int, input().split())) for _ in range(n)])
out = []
for x in xs:
    if out and x[0] <= out[-1][1]:
        out[-1][1] = x[1]
    else:
        out.append(x)
for a, b in out:
    print(a, b)
