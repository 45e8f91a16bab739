n, k = map(int, input().split())
a = input().split() if n else []
for i in range(0, n - n % k, k):
    a[i:i + k] = a[i:i + k][::-1]
print(*a)
