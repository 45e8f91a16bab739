import heapq
import sys


class LockerError(Exception):
    """What the guest is told."""


class LockerRoom:
    def __init__(self, size):
        self.guests = dict.fromkeys(range(1, size + 1))
        self.locker = {}
        self.free = list(self.guests)

    def find(self, name):
        try:
            return self.locker[name]
        except KeyError:
            raise LockerError(f"unknown {name}") from None

    def enter(self, name):
        if name in self.locker:
            raise LockerError("already in")
        if not self.free:
            raise LockerError("full")
        self.put(name, heapq.heappop(self.free))
        return self.locker[name]

    def put(self, name, number):
        self.guests[number] = name
        self.locker[name] = number

    def leave(self, name):
        number = self.find(name)
        del self.locker[name]
        self.guests[number] = None
        heapq.heappush(self.free, number)
        return number

    def swap(self, one, other):
        a, b = self.find(one), self.find(other)
        self.put(one, b)
        self.put(other, a)

    def who(self, text):
        try:
            return self.guests[int(text)] or "free"
        except (KeyError, ValueError):
            raise LockerError("bad locker") from None


room = LockerRoom(int(sys.stdin.readline()))
orders = {"in": room.enter, "out": room.leave, "swap": room.swap, "who": room.who}
for line in sys.stdin:
    order, *arguments = line.split()
    try:
        answer = orders[order](*arguments)
    except LockerError as error:
        answer = error
    if answer is not None:
        print(answer)
