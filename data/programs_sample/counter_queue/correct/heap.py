import heapq

k = int(input())
times = list(map(int, input().split()))
counters = [(0, i) for i in range(1, k + 1)]
served = [0] * (k + 1)
last = 0
for t in times:
    free, i = heapq.heappop(counters)
    served[i] += 1
    last = max(last, free + t)
    heapq.heappush(counters, (free + t, i))
print(last, served.index(max(served[1:]), 1))
