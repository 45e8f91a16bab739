n, q = map(int, input().split())
where = {}
for place, number in enumerate(input().split(), start=1):
    where[number] = place
print(*[where.get(number, 0) for number in input().split()])
