import sys
from collections import Counter


def possible(s, k):
    count = Counter(s[:k])
    repeated = sum(v > 1 for v in count.values())
    if repeated == 0:
        return True
    for i in range(k, len(s)):
        count[s[i]] += 1
        repeated += count[s[i]] == 2
        count[s[i - k]] -= 1
        repeated -= count[s[i - k]] == 1
        if repeated == 0:
            return True
    return False


text = sys.stdin.read().strip()
lo, hi = 0, len(text)
while lo < hi:
    mid = (lo + hi + 1) // 2
    if possible(text, mid):
        lo = mid
    else:
        hi = mid - 1
print(lo)
