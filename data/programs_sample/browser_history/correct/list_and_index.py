import sys

pages, here = ["start"], 0
for line in sys.stdin.read().splitlines()[1:]:
    c, x = line.split()
    if c[0] == "v":
        pages[here + 1:] = [x]
        here += 1
    elif c[0] == "b":
        here = max(0, here - int(x))
    else:
        here = min(len(pages) - 1, here + int(x))
    print(pages[here])
