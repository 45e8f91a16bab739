import sys

n, k, *a = [int(x) for x in sys.stdin.read().split()]
count = 0
for i in range(n):
    total = 0
    for x in a[i:]:
        total += x
        if total == k:
            count += 1
print(count)
