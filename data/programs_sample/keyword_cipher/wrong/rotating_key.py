from collections import deque

mode, word = input().split()
key = deque(ord(c) - 97 for c in word)
line = []
for c in input():
    if c.isalpha():
        if mode == "encrypt":
            line.append(chr(ord(c) + key[0]))
        else:
            line.append(chr(ord(c) - key[0]))
        key.rotate(-1)
    else:
        line.append(c)
print("".join(line))
