import sys

imports = {}
for line in sys.stdin:
    name, _, rest = line.partition(":")
    imports[name.strip()] = rest.split()


def reaches_itself(start):
    seen = set()
    stack = list(imports[start])
    while stack:
        module = stack.pop()
        if module == start:
            return True
        if module not in seen:
            seen.add(module)
            stack.extend(imports.get(module, []))
    return False


found = sorted(m for m in imports if reaches_itself(m))
print("\n".join(found) if found else "none")
