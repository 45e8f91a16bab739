from functools import reduce
from operator import xor

numbers = [int(t) for t in open(0).read().split()]
both = reduce(xor, numbers)
lowest_bit = both & -both
first = reduce(xor, (x for x in numbers if x & lowest_bit), 0)
second = both ^ first
print(min(first, second), max(first, second))
