import sys


class Warehouse:
    def __init__(self):
        self.stock = {}

    def add(self, item, count):
        self.stock[item] = self.stock.get(item, 0) + positive(count)
        return "added"

    def order(self, *parts):
        wanted = {}
        for part in parts:
            item, count = part.split(":")
            wanted[item] = wanted.get(item, 0) + positive(count)
        if any(self.stock[item] < count for item, count in wanted.items()):
            return "short"
        for item, count in wanted.items():
            self.stock[item] -= count
        return "delivered"

    def show(self, item):
        return self.stock[item]


def positive(text):
    number = int(text)
    if number <= 0:
        raise ValueError(text)
    return number


warehouse = Warehouse()
actions = {"add": warehouse.add, "order": warehouse.order, "show": warehouse.show}
for line in sys.stdin:
    try:
        name, *arguments = line.split()
        print(actions[name](*arguments))
    except (KeyError, ValueError, TypeError):
        print("error")
