from collections import deque


def survivor(n):
    """Return the last child by the formula with the highest power of two."""
    return 2 * (n - (1 << (n.bit_length() - 1))) + 1


n, k, c = map(int, input().split())
queue = deque(range(1, n + 1))
turn = 0
while True:
    turn += 1
    queue.rotate(1 - (k % len(queue) or len(queue)))
    if queue.popleft() == c:
        break
print(survivor(n), turn)
