from collections import Counter

first = input().strip()
second = input().strip()
common = Counter(first) & Counter(second)
result = []
for letter in first:
    if common[letter] > 0:
        common[letter] -= 1
        result.append(letter)
if result:
    print("".join(result))
else:
    print("-")
