import sys

stock = {}


def count_of(text):
    if not text.isdigit() or text == "0":
        raise ValueError(text)
    return int(text)


def order(parts):
    """Deliver the parts of an order."""
    pairs = [part.split(":") for part in parts]
    pairs = [(item, count_of(count)) for item, count in pairs]
    if not pairs or any(item not in stock for item, _ in pairs):
        raise ValueError(parts)
    for item, count in pairs:
        if stock[item] < count:
            return "short"
        stock[item] -= count
    return "delivered"


for line in sys.stdin:
    words = line.split()
    try:
        if words[0] == "add":
            _, item, count = words
            stock[item] = stock.get(item, 0) + count_of(count)
            print("added")
        elif words[0] == "order":
            print(order(words[1:]))
        else:
            show, item = words
            print(stock[item] if show == "show" else "error")
    except (KeyError, ValueError):
        print("error")
