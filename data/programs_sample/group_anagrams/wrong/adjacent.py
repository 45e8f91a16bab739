from itertools import groupby


def key(word):
    return "".join(sorted(word))


n = int(input())
words = [input().strip() for _ in range(n)]
for _, members in groupby(words, key):
    print(*sorted(members))
