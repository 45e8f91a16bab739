import sys

CLOSING = {"(": ")", "[": "]", "{": "}"}


def skip_group(text: str, i: int, until: str) -> int:
    """Return the position of `until` that closes this group, or -1."""
    while i < len(text):
        ch = text[i]
        if ch == until:
            return i
        if ch in ")]}":
            return -1
        if ch in CLOSING:
            i = skip_group(text, i + 1, CLOSING[ch])
            if i < 0:
                return -1
        i += 1
    return -1


line = sys.stdin.readline().rstrip("\n")
print("yes" if skip_group(line + "\n", 0, "\n") == len(line) else "no")
