from itertools import combinations

n, target = map(int, input().split())
a = list(map(int, input().split()))
for i, j in combinations(range(n), 2):
    if a[i] + a[j] == target:
        print(i + 1, j + 1)
        break
else:
    print(-1)
