line = open(0).read().strip()
where = {}
left = 0
answer = 0
for right, ch in enumerate(line):
    if ch in where:
        left = where[ch] + 1
    where[ch] = right
    if right - left + 1 > answer:
        answer = right - left + 1
print(answer)
