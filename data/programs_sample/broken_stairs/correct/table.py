import sys

data = list(map(int, sys.stdin.read().split()))
n, k = data[:2]
broken = set(data[2:2 + k])
MOD = 10**9 + 7
ways = [0] * (n + 1)
ways[0] = 1
for step in range(1, n + 1):
    if step in broken:
        continue
    ways[step] = sum(ways[max(0, step - 3):step]) % MOD
print(ways[n])
