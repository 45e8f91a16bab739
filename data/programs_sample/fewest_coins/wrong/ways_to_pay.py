from typing import List


def solve(amount: int, coins: List[int]) -> int:
    dp = [0] * (amount + 1)
    for value in range(1, amount + 1):
        options = [dp[value - c] + 1 for c in coins if c <= value]
        if options:
            dp[value] = min(options)
    return dp[amount] if dp[amount] or amount == 0 else -1


a = int(input())
print(solve(a, [int(x) for x in input().split()]))
