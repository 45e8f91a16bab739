from bisect import bisect_left

n, q = map(int, input().split())
values = [int(x) for x in input().split()]
answers = []
for x in map(int, input().split()):
    place = bisect_left(values, x)
    if place < n and values[place] == x:
        answers.append(place + 1)
    else:
        answers.append(0)
print(*answers)
