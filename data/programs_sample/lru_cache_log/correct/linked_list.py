import sys


class Entry:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key="", value=""):
        self.key, self.value = key, value
        self.before = self.after = self

    def unlink(self):
        self.before.after, self.after.before = self.after, self.before

    def link_before(self, other):
        self.before, self.after = other.before, other
        self.before.after = other.before = self


ring = Entry()  # ring.after is the oldest entry, ring.before the newest
table = {}
k = int(input())
for line in sys.stdin:
    command, key, *rest = line.split()
    entry = table.get(key)
    if command == "has":
        print("yes" if entry else "no")
        continue
    if command == "put" and entry is None:
        if len(table) == k:
            print("drop", ring.after.key)
            del table[ring.after.key]
            ring.after.unlink()
        entry = table[key] = Entry(key)
    if entry is None:
        print("miss")
        continue
    entry.unlink()
    entry.link_before(ring)
    if rest:
        entry.value = rest[0]
    else:
        print(entry.value)
