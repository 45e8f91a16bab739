import sys


def common(first, second):
    """Collect letters of the first word in the order of the second."""
    position = 0
    result = []
    for letter in first:
        found = second.find(letter, position)
        if found >= 0:
            result.append(letter)
            position = found + 1
    return "".join(result)


lines = sys.stdin.read().split()
answer = max(common(lines[0], lines[1]), common(lines[1], lines[0]), key=len)
print(answer if answer else "-")
