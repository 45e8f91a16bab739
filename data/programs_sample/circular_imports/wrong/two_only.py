import sys

uses = {}
for line in sys.stdin:
    name, rest = line.rstrip("\n").split(":")
    uses[name] = set(rest.split())
answer = []
for name in sorted(uses):
    for other in uses[name]:
        if name in uses.get(other, set()):
            answer.append(name)
            break
print("\n".join(answer) or "none")
