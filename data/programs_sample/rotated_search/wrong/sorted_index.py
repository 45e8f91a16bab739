import sys

data = [int(x) for x in sys.stdin.read().split()]
n = data[0]
turned, wanted = data[2:n + 2], data[n + 2:]
shift = 0
while shift + 1 < n and turned[shift] < turned[shift + 1]:
    shift += 1
shift = (shift + 1) % n
ordered = sorted(turned)
result = []
for x in wanted:
    try:
        result.append((ordered.index(x) - shift) % n + 1)
    except ValueError:
        result.append(0)
print(*result)
