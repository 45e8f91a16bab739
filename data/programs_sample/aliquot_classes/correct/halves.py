k = int(input())
for i in range(k):
    n = int(input())
    s = sum(d for d in range(1, n // 2 + 1) if n % d == 0)
    if s == n:
        print(s, "perfect")
    elif s > n:
        print(s, "abundant")
    else:
        print(s, "deficient")
