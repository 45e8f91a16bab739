weights = list(map(int, input().split()))
total = sum(weights)
sums = 1
for w in weights:
    sums |= sums << w
if total % 2 == 0 and sums >> total // 2 & 1:
    print("YES", total // 2)
else:
    print("NO")
