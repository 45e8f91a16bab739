import sys


def whole(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(f"not positive: {value}")
    return value


shelf: dict[str, int] = {}
for line in sys.stdin:
    command, *rest = line.split()
    try:
        if command == "add":
            item, count = rest
            shelf[item] = shelf.get(item, 0) + whole(count)
            answer = "added"
        elif command == "show":
            (item,) = rest
            answer = str(shelf[item])
        elif command == "order":
            need: dict[str, int] = {}
            for item, count in (part.split(":") for part in rest):
                need[item] = need.get(item, 0) + whole(count)
            enough = all(shelf[item] >= count for item, count in need.items())
            if enough:
                for item, count in need.items():
                    shelf[item] -= count
            answer = "delivered" if enough else "short"
        else:
            raise ValueError(command)
    except ValueError:
        answer = "error"
    print(answer)
