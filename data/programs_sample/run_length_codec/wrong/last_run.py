import re
import sys


def encode(word):
    result, count = [], 1
    for before, here in zip(word, word[1:]):
        if before == here:
            count += 1
        else:
            result.append((str(count) if count > 1 else "") + before)
            count = 1
    return "".join(result)


def decode(code):
    result = []
    for n, letter in re.findall("([0-9]*)([A-Za-z])", code):
        result.append(int(n) * letter if n else letter)
    return "".join(result)


for line in sys.stdin.read().splitlines():
    kind, _, text = line.partition(" ")
    if kind == "E":
        print(encode(text))
    else:
        print(decode(text))
