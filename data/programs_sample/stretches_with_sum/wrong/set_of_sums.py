from itertools import accumulate

n, k = [int(x) for x in input().split()]
seen = {0}
answer = 0
for s in accumulate(int(x) for x in input().split()):
    if s - k in seen:
        answer += 1
    seen.add(s)
print(answer)
