from bisect import bisect_left
from functools import lru_cache

talks = sorted((line.split() for line in list(open(0))[1:]), key=lambda t: int(t[1]))
starts = [int(t[1]) for t in talks]


@lru_cache(maxsize=None)
def plan(i):
    if i == len(talks):
        return ()
    title, _, end = talks[i]
    take = (title,) + plan(bisect_left(starts, int(end)))
    skip = plan(i + 1)
    return take if len(take) > len(skip) else skip


answer = plan(0)
print(len(answer))
print(*answer)
