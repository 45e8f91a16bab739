import re

m, k = input().split()
n = -1


def f(g):
    global n
    n += 1
    c = g[0]
    base = 65 if c < "a" else 97
    d = ord(k[n % len(k)]) - 97
    return chr(base + (ord(c) - base + (d if m[0] == "e" else -d)) % 26)


print(re.sub("[A-Za-z]", f, input()))
