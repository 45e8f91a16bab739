import sys
from collections import OrderedDict


class Cache:
    """Least recently used first."""

    def __init__(self, size):
        self.size = size
        self.entries = OrderedDict()

    def get(self, key):
        self.entries.move_to_end(key)
        return self.entries[key]

    def put(self, key, value):
        """Store a value and return the key that was dropped, if any."""
        self.entries[key] = value
        self.entries.move_to_end(key)
        if len(self.entries) > self.size:
            return self.entries.popitem(last=False)[0]
        return None


cache = Cache(int(sys.stdin.readline()))
for line in sys.stdin:
    command, *words = line.split()
    if command == "put":
        dropped = cache.put(*words)
        if dropped is not None:
            print("drop", dropped)
    elif command == "has":
        print("yes" if words[0] in cache.entries else "no")
    else:
        try:
            print(cache.get(words[0]))
        except KeyError:
            print("miss")
