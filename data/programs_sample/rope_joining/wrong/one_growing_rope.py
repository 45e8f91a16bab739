# Start with the shortest ropes.
ropes = sorted(int(x) for x in input().split(","))
rope = ropes[0]
cost = 0
for length in ropes[1:]:
    rope += length
    cost += rope
print(cost)
