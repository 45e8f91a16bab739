import re
import sys

for line in sys.stdin.read().splitlines():
    names = []
    for name in re.findall("[^/]+", line):
        if name == "..":
            del names[-1:]
        elif name != ".":
            names.append(name)
    print("".join("/" + name for name in names))
