from heapq import heappop, heappush

input()
waiting, answer = [], {}
for day, degrees in enumerate(map(int, input().split())):
    answer[day] = 0
    while waiting and waiting[0][0] < degrees:
        _, earlier = heappop(waiting)
        answer[earlier] = day - earlier
    heappush(waiting, (degrees, day))
print(" ".join(str(answer[day]) for day in sorted(answer)))
