import re

with open(0) as stream:
    limit = int(stream.readline())
    text = stream.read().lower()

words = re.split("[^a-z]+", text)
table = {}
for w in filter(None, words):
    table[w] = table.setdefault(w, 0) + 1
pairs = sorted(((n, w) for w, n in table.items()), reverse=True)
for n, w in pairs[:limit]:
    print(w, n)
