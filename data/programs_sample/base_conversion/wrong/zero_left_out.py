# Python reads the first base itself; the second is written by hand.
a, b, s = input().split()
n, b = int(s, int(a)), int(b)
minus = n < 0
n = abs(n)
res = []
while n > 0:
    res.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % b])
    n //= b
if minus:
    res.append("-")
print("".join(res[::-1]))
