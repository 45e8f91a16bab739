class MaxStack:
    def __init__(self):
        self.items = []

    def push(self, value):
        best = max(value, self.items[-1][1]) if self.items else value
        self.items.append((value, best))

    def pop(self):
        return self.items.pop()[0]


class MaxQueue:
    """A queue made of two stacks that knows its maximum."""

    def __init__(self):
        self.inbox = MaxStack()
        self.outbox = MaxStack()

    def put(self, value):
        self.inbox.push(value)

    def get(self):
        if not self.outbox.items:
            while self.inbox.items:
                self.outbox.push(self.inbox.pop())
        return self.outbox.pop()

    def maximum(self):
        return max(s.items[-1][1] for s in (self.inbox, self.outbox) if s.items)


n, k = map(int, input().split())
queue = MaxQueue()
answer = []
for i, load in enumerate(map(int, input().split())):
    queue.put(load)
    if i >= k:
        queue.get()
    if i >= k - 1:
        answer.append(queue.maximum())
print(*answer)
