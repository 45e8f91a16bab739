def visit(course, follow, mark, order):
    """Depth-first search; returns False when it meets a cycle."""
    if mark[course] == 1:
        return False
    if mark[course] == 2:
        return True
    mark[course] = 1
    order.append(course)
    for other in follow[course]:
        if not visit(other, follow, mark, order):
            return False
    mark[course] = 2
    return True


n, m = map(int, input().split())
follow = {c: [] for c in range(1, n + 1)}
for _ in range(m):
    a, b = map(int, input().split())
    follow[a].append(b)
mark = dict.fromkeys(follow, 0)
order = []
if all(visit(c, follow, mark, order) for c in follow):
    print(*order)
else:
    print("impossible")
