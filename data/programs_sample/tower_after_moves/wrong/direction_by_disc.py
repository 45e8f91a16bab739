import math
import string

n, m = map(int, input().split())
pegs = [[] for _ in range(3)]
for disc in range(1, n + 1):
    period = 2**disc
    count = math.floor((m + period // 2) // period)
    step = -1 if disc % 2 == 1 else 1
    pegs[(count * step) % 3].insert(0, str(disc))
for letter, discs in zip(string.ascii_uppercase, pegs):
    print(letter + ": " + " ".join(discs))
