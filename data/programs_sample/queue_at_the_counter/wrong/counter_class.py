class Counter:
    def __init__(self, most):
        self.most = most
        self.minute = 0
        self.queue = []

    def serve(self):
        """Serve the first person of the queue."""
        name, forms = self.queue.pop(0)
        done = min(self.most, forms)
        self.minute += done
        if forms >= self.most:
            self.queue.append((name, forms - done))
        else:
            print(name, self.minute)


n, k = map(int, input().split())
counter = Counter(k)
for _ in range(n):
    name, forms = input().split()
    counter.queue.append((name, int(forms)))
while counter.queue:
    counter.serve()
