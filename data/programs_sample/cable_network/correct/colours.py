from operator import itemgetter

header, *lines = open(0).read().splitlines()
n = int(header.split()[0])
colour = list(range(n))
bill = []
for a, b, price in sorted((tuple(map(int, line.split())) for line in lines), key=itemgetter(2)):
    old, new = colour[a], colour[b]
    if old != new:
        bill.append(price)
        colour = [new if c == old else c for c in colour]
print(sum(bill) if len(set(colour)) == 1 else "split")
