import sys

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def order_after(used: str) -> str:
    """The list of letters after `used` was coded: latest first, then the unused ones."""
    recent = "".join(dict.fromkeys(reversed(used)))
    return recent + "".join(c for c in ALPHABET if c not in recent)


def encode(word: str) -> str:
    return " ".join(str(order_after(word[:i]).index(c)) for i, c in enumerate(word))


def decode(numbers: list[str]) -> str:
    word = ""
    for number in numbers:
        word += order_after(word)[int(number)]
    return word


for line in sys.stdin.read().splitlines():
    command, *rest = line.split()
    print(encode(rest[0]) if command == "encode" else decode(rest))
