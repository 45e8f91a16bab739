from collections import deque
import sys


def fewest_coins(amount, coins):
    """Search the remaining amounts breadth first: the level is the number of coins."""
    queue = deque([(amount, 0)])
    seen = {amount}
    while queue:
        rest, used = queue.popleft()
        if rest == 0:
            return used
        for coin in coins:
            left = rest - coin
            if left >= 0 and left not in seen:
                seen.add(left)
                queue.append((left, used + 1))
    return -1


data = list(map(int, sys.stdin.read().split()))
print(fewest_coins(data[0], data[1:]))
