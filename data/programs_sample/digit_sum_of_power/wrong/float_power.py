import math

a, b = map(int, input().split())
result = int(math.pow(a, b))
total = 0
for digit in str(result):
    total += int(digit)
print(total)
