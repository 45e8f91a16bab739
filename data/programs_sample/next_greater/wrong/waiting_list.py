class WaitingList:
    def __init__(self, size):
        self.answers = [0] * size
        self.stack = []

    def arrive(self, day, degrees):
        if self.stack and self.stack[-1][1] < degrees:
            earlier, _ = self.stack.pop()
            self.answers[earlier] = day - earlier
        self.stack.append((day, degrees))


n = int(input())
waiting = WaitingList(n)
for day, degrees in enumerate(input().split()):
    waiting.arrive(day, int(degrees))
print(*waiting.answers)
