from functools import reduce
from string import ascii_uppercase, digits

symbols = digits + ascii_uppercase
src, dst, word = open(0).read().split()
src, dst = int(src), int(dst)
negative = word.startswith("-")
n = reduce(lambda total, c: total * src + symbols.index(c), word.lstrip("-"), 0)
stack = []
while n:
    stack.append(symbols[n % dst])
    n //= dst
result = "".join(reversed(stack)) or "0"
print("-" + result if negative else result)
