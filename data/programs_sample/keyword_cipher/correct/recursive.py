import sys


def shift(letter: str, by: int) -> str:
    start = ord("A") if letter.isupper() else ord("a")
    return chr(start + (ord(letter) - start + by) % 26)


def convert(text: str, key: str, direction: int) -> str:
    """Change the first letter and go on with the key turned by one."""
    if not text:
        return ""
    head, tail = text[0], text[1:]
    if not (head.isascii() and head.isalpha()):
        return head + convert(tail, key, direction)
    by = direction * (ord(key[0]) - ord("a"))
    return shift(head, by) + convert(tail, key[1:] + key[0], direction)


mode, keyword = sys.stdin.readline().split()
text = sys.stdin.readline().rstrip("\n")
print(convert(text, keyword, {"encrypt": 1, "decrypt": -1}[mode]))
