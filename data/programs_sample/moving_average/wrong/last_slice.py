import sys

k, *items = sys.stdin.read().split()
k = int(k)
seen = []
out = []
for item in items:
    if item == "reset":
        seen.clear()
    else:
        seen.append(float(item))
        last = seen[-k:]
        out.append(sum(last) // len(last))
print(*out, sep="\n")
