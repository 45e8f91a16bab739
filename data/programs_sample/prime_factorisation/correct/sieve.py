import math

n = int(open(0).read())
limit = math.isqrt(n) + 1
is_prime = bytearray([1]) * (limit + 1)
answer = ""
for p in range(2, limit + 1):
    if not is_prime[p]:
        continue
    for multiple in range(p * p, limit + 1, p):
        is_prime[multiple] = 0
    power = 0
    while n % p == 0:
        n, power = n // p, power + 1
    if power:
        answer += " * " + str(p)
    if power >= 2:
        answer += "^" + str(power)
if n != 1:
    answer += " * " + str(n)
print(answer[3:])
