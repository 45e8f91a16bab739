import sys
from collections import Counter


def squeeze(word: str) -> str:
    counts = Counter(word)
    return "".join((str(n) if n > 1 else "") + letter for letter, n in counts.items())


def expand(code: str) -> str:
    answer: list[str] = []
    digits = ""
    for ch in code:
        if ch.isdigit():
            digits += ch
            continue
        answer.append(ch * int(digits or "1"))
        digits = ""
    return "".join(answer)


for line in sys.stdin:
    mode, argument = line.split()
    print(squeeze(argument) if mode == "E" else expand(argument))
