import sys

word = sys.stdin.readline().strip()
window = []
best = 0
for letter in word:
    if letter in window:
        best = max(best, len(window))
        cut = window.index(letter)
        window = window[cut + 1:]
    window.append(letter)
print(best)
