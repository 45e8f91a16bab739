import math

n = int(input())
words = sorted(input().split())
numbers = list(map(float, words))
mean = sum(numbers) / n
if n % 2:
    median = numbers[n // 2]
else:
    median = (numbers[n // 2 - 1] + numbers[n // 2]) / 2
total = 0
for x in numbers:
    total += math.pow(x - mean, 2)
print(mean, median, math.sqrt(total / n))
