import sys

data = sys.stdin.read().split()
k = int(data[1])
wagons = data[2:]
result = []
for start in range(0, len(wagons), k):
    group = wagons[start:start + k]
    result.extend(reversed(group))
print(*result)
