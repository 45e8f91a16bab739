import sys

n, m = map(int, sys.stdin.read().split())
previous, current = 0, 1
for _ in range(n):
    previous, current = current, (previous + current) % m
print(previous % m)
