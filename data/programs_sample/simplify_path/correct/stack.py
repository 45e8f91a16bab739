import sys

for line in sys.stdin:
    stack = []
    for part in line.strip().split("/"):
        if part == "..":
            if stack:
                stack.pop()
        elif part and part != ".":
            stack.append(part)
    print("/" + "/".join(stack))
