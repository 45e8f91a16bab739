import re
import sys

text = sys.stdin.read()
edges = set()
for line in text.splitlines():
    head, *tail = re.findall(r"\w+", line)
    edges.update((head, other) for other in tail)


def trace(start):
    """All modules that an import chain from start arrives at."""
    front, seen = {start}, set()
    while front:
        front = {b for a, b in edges if a in front} - seen
        seen |= front
    return seen


result = [name for name in sorted({a for a, _ in edges}) if name in trace(name)]
print("none" if not result else "\n".join(result))
