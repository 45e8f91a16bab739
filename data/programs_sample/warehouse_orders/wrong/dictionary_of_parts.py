import sys
from operator import itemgetter


class Stock(dict):
    def parse(self, parts):
        wanted = dict(part.split(":") for part in parts)
        wanted = {item: int(count) for item, count in wanted.items()}
        if not wanted or min(wanted.values()) < 1 or not all(item in self for item in wanted):
            raise ValueError("bad order")
        return wanted

    def run(self, command, *parts):
        if command == "add":
            item, count = parts
            if int(count) < 1:
                raise ValueError(count)
            self[item] = self.get(item, 0) + int(count)
            return "added"
        if command == "show":
            return itemgetter(*parts)(self)
        if command != "order":
            raise ValueError(command)
        wanted = self.parse(parts)
        for item in wanted:
            if wanted[item] > self[item]:
                return "short"
        for item in wanted:
            self[item] -= wanted[item]
        return "delivered"


stock = Stock()
for line in sys.stdin.read().splitlines():
    try:
        print(stock.run(*line.split()))
    except (KeyError, ValueError, TypeError):
        print("error")
