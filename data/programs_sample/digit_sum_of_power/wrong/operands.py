from sys import stdin

numbers = list(map(int, stdin.read().split()))
base, exponent = numbers[0], numbers[1]
product = 1
for _ in range(base):
    product = product * exponent
digits = [int(c) for c in str(product)]
print(sum(digits))
