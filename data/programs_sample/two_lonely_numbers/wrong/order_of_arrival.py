numbers = [int(t) for t in open(0).read().split()]
mixed = 0
for number in numbers:
    mixed ^= number

bit = 1
while not mixed & bit:
    bit <<= 1

a = b = 0
for number in numbers:
    if number & bit:
        a ^= number
    else:
        b ^= number
print(b, a)
