import sys

lines = iter(sys.stdin.read().splitlines())
count = int(next(lines))
undo, redo = ["start"], []
for number in range(count):
    word, what = next(lines).split()
    if word == "visit":
        undo.append(what)
        redo = []
    elif word == "back":
        if len(undo) > 1:
            redo.append(undo.pop())
    elif redo:
        undo.append(redo.pop())
    print(undo[-1])
