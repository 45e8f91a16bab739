import sys

temps = list(map(int, sys.stdin.read().split()))[1:]
print(*[
    next((k for k, later in enumerate(temps[i + 1:], 1) if later > here), 0)
    for i, here in enumerate(temps)
])
