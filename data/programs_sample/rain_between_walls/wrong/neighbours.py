import sys

heights = [int(x) for x in sys.stdin.read().split()[1:]]
total = 0
for left, here, right in zip(heights, heights[1:], heights[2:]):
    edge = min(left, right)
    if edge > here:
        total += edge - here
print(total)
