from functools import reduce
from itertools import repeat
from operator import mul

a, b = map(int, open(0).read().split())
power = reduce(mul, repeat(a, b), 1)
print(sum(ord(c) - ord("0") for c in str(power)))
