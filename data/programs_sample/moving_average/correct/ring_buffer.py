import sys


class RingBuffer:
    def __init__(self, size):
        self.size = size
        self.reset()

    def reset(self):
        self.slots = [0.0] * self.size
        self.count = 0
        self.total = 0.0

    def push(self, value):
        slot = self.count % self.size
        self.total += value - self.slots[slot]
        self.slots[slot] = value
        self.count += 1
        return self.total / min(self.count, self.size)


k, *items = sys.stdin.read().split()
buffer = RingBuffer(int(k))
for item in items:
    try:
        value = float(item)
    except ValueError:
        buffer.reset()
    else:
        print(f"{buffer.push(value):.7f}")
