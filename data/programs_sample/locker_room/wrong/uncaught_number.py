class Room:
    """Lockers by number; None is a free one."""

    def __init__(self, n):
        self.lockers = [None] * n

    def enter(self, name):
        if name in self.lockers:
            return "already in"
        try:
            place = self.lockers.index(None)
        except ValueError:
            return "full"
        self.lockers[place] = name
        return place + 1

    def leave(self, name):
        if name not in self.lockers:
            return "unknown " + name
        place = self.lockers.index(name)
        self.lockers[place] = None
        return place + 1

    def swap(self, a, b):
        for name in (a, b):
            if name not in self.lockers:
                return "unknown " + name
        i, j = self.lockers.index(a), self.lockers.index(b)
        self.lockers[i], self.lockers[j] = b, a
        return None

    def who(self, number):
        try:
            if int(number) < 1:
                return "bad locker"
            return self.lockers[int(number) - 1] or "free"
        except IndexError:
            return "bad locker"


lines = open(0).read().splitlines()
room = Room(int(lines[0]))
actions = {"in": room.enter, "out": room.leave, "swap": room.swap, "who": room.who}
for line in lines[1:]:
    words = line.split()
    reply = actions[words[0]](*words[1:])
    if reply:
        print(reply)
