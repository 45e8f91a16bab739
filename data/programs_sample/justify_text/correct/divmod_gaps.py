w, *words = open(0).read().split()
w = int(w)
lines = [[]]
for word in words:
    if len(" ".join(lines[-1] + [word])) > w:
        lines.append([])
    lines[-1].append(word)
for line in lines[:-1]:
    gaps = len(line) - 1
    if gaps == 0:
        print(line[0].ljust(w, "."))
        continue
    small, extra = divmod(w - sum(map(len, line)), gaps)
    print("".join(x + "." * (small + (i < extra)) for i, x in enumerate(line[:-1])) + line[-1])
print(".".join(lines[-1]).ljust(w, "."))
