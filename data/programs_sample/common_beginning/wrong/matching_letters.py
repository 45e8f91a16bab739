import sys

words = sys.stdin.read().split()[1:]
result = []
for letters in zip(*words):
    if all(letter == letters[0] for letter in letters):
        result.append(letters[0])
print("".join(result) or "-")
