from itertools import groupby

while True:
    try:
        row = input()
    except EOFError:
        break
    text = row[2:]
    if row.startswith("E"):
        runs = [(k, len(tuple(g))) for k, g in groupby(text)]
        print("".join(k if n == 1 else str(n) + k for k, n in runs))
        continue
    digits = ""
    word = ""
    for ch in text:
        if ch in "0123456789":
            digits += ch
        elif digits:
            word += ch * int(digits)
        else:
            word += ch
    print(word)
