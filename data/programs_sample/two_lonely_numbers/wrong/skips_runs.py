data = sorted(map(int, open(0).read().split()))
i = 0
found = []
while i < len(data):
    if i + 1 < len(data) and data[i] == data[i + 1]:
        i += 2
        while i < len(data) and data[i] == data[i - 1]:
            i += 1
    else:
        found.append(data[i])
        i += 1
print(*found)
