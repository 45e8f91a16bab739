import sys
from collections import defaultdict

sys.setrecursionlimit(3000)
boss = {}
members = defaultdict(lambda: 1)


def find(x):
    if boss.setdefault(x, x) != x:
        boss[x] = find(boss[x])
    return boss[x]


people, friendships = map(int, input().split())
top = 1
for _ in range(friendships):
    u, v = map(find, input().split())
    if u != v:
        boss[u] = v
        members[v] += members[u]
        top = max(top, members[v])
        people -= 1
    print(people, top)
