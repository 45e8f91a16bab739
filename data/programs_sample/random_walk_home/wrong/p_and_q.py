import math

numbers = open(0).read().split()
length = int(numbers[0]) + 1
start = int(numbers[1])
p = float(numbers[2])
q = 1 - p
if math.isclose(p, q):
    print(start / length, start * (length - start))
else:
    r = p / q
    home = (1 - r**start) / (1 - r**length)
    steps = (start - length * home) / (q - p)
    print(home, abs(steps))
