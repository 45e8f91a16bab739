import sys

data = sys.stdin.read().split()
n = int(data[0])
days = [int(x) for x in data[1:]]
result = [0 for _ in days]
open_days = []
for today, degrees in enumerate(days):
    while open_days and degrees >= days[open_days[-1]]:
        past = open_days.pop()
        result[past] = today - past
    open_days.append(today)
print(*result)
