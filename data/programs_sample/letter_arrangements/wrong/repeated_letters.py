from itertools import permutations

word = input().strip()
words = sorted("".join(p) for p in permutations(word))
number = words.index(word) + 1
later = [w for w in words if w > word]
print(len(words), number, later[0] if later else "last")
