import sys
import textwrap

width = int(sys.stdin.readline())
lines = textwrap.wrap(" ".join(sys.stdin.read().split()), width, break_on_hyphens=False)
for number, line in enumerate(lines, 1):
    words = line.split()
    if number < len(lines) and len(words) > 1:
        while sum(map(len, words)) < width:
            for i in range(len(words) - 1):
                if sum(map(len, words)) < width:
                    words[i] += "."
        print("".join(words))
    else:
        print(".".join(words).ljust(width, "."))
