from itertools import islice

n, k = [int(x) for x in input().split()]
train = iter(input().split()) if n > 0 else iter(())
result = []
while group := list(islice(train, k)):
    if len(group) == k:
        group.reverse()
    result += group
print(" ".join(result))
