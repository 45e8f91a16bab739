data = [int(x) for x in open(0).read().split()]
target, numbers = data[0], sorted(data[1:])
table: list[list[tuple[int, ...]]] = [[] for _ in range(target + 1)]
table[0].append(())
for number in numbers:
    for total in range(number, target + 1):
        table[total] += [way + (number,) for way in table[total - number]]
if target == 0:
    print("nothing")
elif not table[target]:
    print("none")
else:
    for way in table[target]:
        print(*way)
