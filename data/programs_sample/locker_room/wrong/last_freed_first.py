import sys

size = int(sys.stdin.readline())
stack = list(range(size, 0, -1))
has = {}
for line in sys.stdin:
    order, *names = line.split()
    if order == "who":
        if not names[0].isdigit() or not 0 < int(names[0]) <= size:
            print("bad locker")
        else:
            owner = [guest for guest in has if has[guest] == int(names[0])]
            print(owner[0] if owner else "free")
        continue
    if order == "in":
        if names[0] in has:
            print("already in")
        elif not stack:
            print("full")
        else:
            has[names[0]] = stack.pop()
            print(has[names[0]])
        continue
    unknown = [name for name in names if name not in has]
    if unknown:
        print("unknown", unknown[0])
    elif order == "out":
        stack.append(has.pop(names[0]))
        print(stack[-1])
    else:
        a, b = names
        has[a], has[b] = has[b], has[a]
