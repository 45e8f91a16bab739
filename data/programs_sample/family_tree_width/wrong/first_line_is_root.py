from functools import lru_cache

n = int(input())
pairs = [tuple(input().split()) for _ in range(n - 1)]
root = pairs[0][1] if pairs else None


@lru_cache(maxsize=None)
def height(person):
    below = [height(c) for c, p in pairs if p == person]
    return 1 + max(below, default=0)


def widest(person):
    below = [c for c, p in pairs if p == person]
    tall = sorted(height(c) for c in below)[-2:]
    return max([sum(tall)] + [widest(c) for c in below])


print(height(root), widest(root))
