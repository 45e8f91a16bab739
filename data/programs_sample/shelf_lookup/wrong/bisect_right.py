from bisect import bisect

n, q = [int(t) for t in input().split()]
row = [int(t) for t in input().split()]
for t in input().split():
    k = bisect(row, int(t))
    if k == n:
        print("none")
    else:
        print(k + 1)
