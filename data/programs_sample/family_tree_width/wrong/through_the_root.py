import sys
from collections import defaultdict

data = sys.stdin.read().split()
children = defaultdict(list)
has_parent = set()
for child, parent in zip(data[1::2], data[2::2]):
    children[parent].append(child)
    has_parent.add(child)


def depth(person):
    return 1 + max(map(depth, children[person]), default=0)


roots = [p for p in list(children) if p not in has_parent]
if not roots:
    print(1, 0)
else:
    branches = sorted((depth(c) for c in children[roots[0]]), reverse=True)
    print(branches[0] + 1, sum(branches[:2]))
