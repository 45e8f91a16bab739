from itertools import chain, product, repeat
from operator import mul

target = int(input())
numbers = sorted(int(w) for w in input().split())
result = []
for counts in product(*(range(target // n + 1) for n in numbers[1:])):
    rest = target - sum(map(mul, counts, numbers[1:]))
    if rest >= 0 and rest % numbers[0] == 0:
        counts = (rest // numbers[0],) + counts
        summands = chain.from_iterable(map(repeat, numbers, counts))
        result.append(" ".join(str(s) for s in summands))
print(*[line or "nothing" for line in result] or ["none"], sep="\n")
