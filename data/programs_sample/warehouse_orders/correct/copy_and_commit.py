import sys
from copy import deepcopy
from typing import Union


class BadCommand(Exception):
    """The line is no valid command."""


def number(text: str) -> int:
    if not text.isdecimal() or int(text) == 0:
        raise BadCommand(text)
    return int(text)


def execute(words: list[str], stock: dict[str, int]) -> Union[str, int]:
    match words:
        case ["add", item, count]:
            stock[item] = stock.get(item, 0) + number(count)
            return "added"
        case ["show", item] if item in stock:
            return stock[item]
        case ["order", first, *others]:
            for part in (first, *others):
                item, colon, count = part.partition(":")
                if not colon or item not in stock:
                    raise BadCommand(part)
                stock[item] -= number(count)
            return "delivered" if min(stock.values()) >= 0 else "short"
    raise BadCommand(" ".join(words))


state: dict[str, int] = {}
for line in sys.stdin:
    trial = deepcopy(state)
    try:
        result = execute(line.split(), trial)
    except BadCommand:
        result = "error"
    if result in ("added", "delivered"):
        state = trial
    print(result)
