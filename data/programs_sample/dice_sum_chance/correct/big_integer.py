# A polynomial in one big integer: the digit at place s, in base 2^100, counts the ways to throw s.
SHIFT = 100
t = int(input())
number, total = 1, 1
for sides in map(int, input().split()):
    number *= sum(1 << SHIFT * face for face in range(1, sides + 1))
    total *= sides
number >>= SHIFT * t
good = 0
while number:
    good += number & ((1 << SHIFT) - 1)
    number >>= SHIFT
print(good / total)
