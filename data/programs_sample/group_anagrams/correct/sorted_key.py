from collections import defaultdict

groups = defaultdict(list)
for _ in range(int(input())):
    word = input().strip()
    groups["".join(sorted(word))].append(word)
for words in groups.values():
    print(*sorted(words))
