import sys
V = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}
for line in sys.stdin:
    nums = [V[c] for c in line.strip()]
    ans = nums[-1] if nums else 0
    for a, b in zip(nums, nums[1:]):
        ans += -a if a <= b else a
    if nums:
        print(ans)
