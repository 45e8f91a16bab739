import sys
from bisect import insort


def depth(order, x):
    """Depth of x in the tree that grows from inserting the numbers of order one by one."""
    low, high, level = float("-inf"), float("inf"), 0
    for v in order:
        if v == x:
            return level
        if low < v < high:
            level += 1
            if v < x:
                low = v
            else:
                high = v
    return None


arrivals, numbers = [], []
for line in sys.stdin:
    action, word = line.split()
    x = int(word)
    if action == "add":
        if x in arrivals:
            print("double")
        else:
            arrivals.append(x)
            insort(numbers, x)
    elif x not in arrivals:
        print("missing")
    elif action == "del":
        arrivals.remove(x)
        numbers.remove(x)
    else:
        print(depth(arrivals, x))
print(*numbers) if numbers else print("empty")
