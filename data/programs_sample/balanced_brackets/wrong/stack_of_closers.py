import sys


def is_balanced(line: str) -> bool:
    """Keep a stack of the closing brackets that we wait for."""
    waiting = []
    match = dict(zip("([{", ")]}"))
    for ch in line:
        if ch in match:
            waiting.append(match[ch])
        elif ch in ")]}":
            if len(waiting) == 0:
                return False
            if waiting.pop() != ch:
                return False
    return True


print("yes" if is_balanced(sys.stdin.read()) else "no")
