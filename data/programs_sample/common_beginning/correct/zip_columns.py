import sys

words = sys.stdin.read().split()[1:]
prefix = ""
for column in zip(*words):
    if len(set(column)) > 1:
        break
    prefix += column[0]
print(prefix or "-")
