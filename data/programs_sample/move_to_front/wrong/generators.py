import sys
from string import ascii_lowercase

letters = list(ascii_lowercase)


def encode(word):
    for c in word:
        i = letters.index(c)
        letters.insert(0, letters.pop(i))
        yield str(i)


def decode(numbers):
    for i in map(int, numbers):
        letters.insert(0, letters.pop(i))
        yield letters[0]


for line in sys.stdin:
    command, *rest = line.split()
    if command == "encode":
        print(" ".join(encode(rest[0])))
    else:
        print("".join(decode(rest)))
