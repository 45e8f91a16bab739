n, q = map(int, input().split())
rain = list(map(int, input().split()))
for i in range(1, n):
    rain[i] += rain[i - 1]
for _ in range(q):
    a, b = map(int, input().split())
    if a > b:
        a, b = b, a
    print(rain[b - 1] - rain[a - 2])
