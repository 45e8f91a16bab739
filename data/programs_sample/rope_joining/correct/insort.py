from bisect import insort

line = open(0).read()
ropes = sorted(int(part) for part in line.split(","))
total = 0
while len(ropes) > 1:
    a, b, *ropes = ropes
    total += a + b
    insort(ropes, a + b)
print(total)
