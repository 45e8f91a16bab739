"""Push the counts forward, one diagonal after the other."""
from collections import Counter

rows, cols = map(int, input().split())
free = {(y, x) for y in range(rows) for x, sign in enumerate(input()) if sign == "."}

front = Counter([(0, 0)] if (0, 0) in free else [])
for _ in range(rows + cols - 2):
    following = Counter()
    for (y, x), count in front.items():
        for step in ((y + 1, x), (y, x + 1)):
            if step in free:
                following[step] += count
    front = following
print(front[rows - 1, cols - 1])
