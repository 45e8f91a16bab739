# The heap holds the weights of the two sides.
import heapq

heaps = [0, 0]
for stone in sorted(map(int, input().split()), reverse=True):
    lighter = heapq.heappop(heaps)
    heapq.heappush(heaps, lighter + stone)
if heaps[0] == heaps[1]:
    print("YES", heaps[0])
else:
    print("NO")
