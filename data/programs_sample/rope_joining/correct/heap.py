import heapq

ropes = [int(x) for x in input().split(",")]
heapq.heapify(ropes)
cost = 0
while len(ropes) > 1:
    joint = heapq.heappop(ropes) + heapq.heappop(ropes)
    cost += joint
    heapq.heappush(ropes, joint)
print(cost)
