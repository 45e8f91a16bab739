from itertools import combinations


def unique(part: str) -> bool:
    return len(part) == len(set(part))


try:
    text = input()
except EOFError:
    text = ""
lengths = [0]
for i, j in combinations(range(len(text)), 2):
    if unique(text[i:j]):
        lengths.append(j - i)
print(max(lengths))
