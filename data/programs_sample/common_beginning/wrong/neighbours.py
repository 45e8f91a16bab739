from os.path import commonprefix

count = int(input())
words = []
for _ in range(count):
    words.append(input().strip())
best = words[0]
for left, right in zip(words, words[1:]):
    best = commonprefix([left, right])
print(best or "-")
