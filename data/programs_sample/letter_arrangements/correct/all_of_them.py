from itertools import permutations

word = input().strip()
arrangements = sorted(set(permutations(word)))
place = arrangements.index(tuple(word))
following = "".join(arrangements[place + 1]) if place + 1 < len(arrangements) else "last"
print(len(arrangements), place + 1, following)
