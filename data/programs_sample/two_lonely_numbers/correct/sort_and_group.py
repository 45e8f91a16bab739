from itertools import groupby

data = sorted(int(word) for word in open(0).read().split())
result = []
for value, run in groupby(data):
    length = sum(1 for _ in run)
    if length & 1 == 1:
        result.append(str(value))
print(" ".join(result))
