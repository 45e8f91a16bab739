from itertools import permutations

letters = open(0).read().split()[0]
table = list(dict.fromkeys("".join(p) for p in permutations(letters)))
place = table.index(letters)
try:
    after = table[place + 1]
except IndexError:
    after = "last"
print(len(table), place + 1, after)
