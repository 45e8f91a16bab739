from collections import OrderedDict


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()

    def put(self, key, value):
        """Store a value; a full cache makes room first."""
        if len(self.data) >= self.capacity:
            old, _ = self.data.popitem(last=False)
            print("drop", old)
        self.data[key] = value
        self.data.move_to_end(key)

    def get(self, key):
        if key not in self.data:
            return "miss"
        self.data.move_to_end(key)
        return self.data[key]


first, *rest = open(0).read().split("\n")
cache = LRU(int(first))
for line in filter(None, rest):
    command, key, *value = line.split()
    if command == "put":
        cache.put(key, value[0])
    elif command == "get":
        print(cache.get(key))
    else:
        print("yes" if key in cache.data else "no")
