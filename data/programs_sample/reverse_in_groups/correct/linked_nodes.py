import sys


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


def reverse_groups(head, k):
    """Reverse k nodes, then go on behind them."""
    tail = head
    for _ in range(k):
        if tail is None:
            return head
        tail = tail.next
    previous, node = reverse_groups(tail, k), head
    while node is not tail:
        node.next, previous, node = previous, node, node.next
    return previous


numbers = sys.stdin.read().split()
sys.setrecursionlimit(5000)
head = None
for value in reversed(numbers[2:]):
    head = Node(value, head)
head = reverse_groups(head, int(numbers[1]))
out = []
while head is not None:
    out.append(head.value)
    head = head.next
print(" ".join(out))
