import sys


def greatest_joy(presents, budget):
    """Return the best joy; table[i][m] uses the first i presents and at most m money."""
    table = [[0] * (budget + 1)]
    for price, joy in presents:
        above = table[-1]
        row = []
        for money in range(budget + 1):
            skip = above[money]
            take = above[money - price] + joy if money >= price else 0
            row.append(skip if skip > take else take)
        table.append(row)
    return table[-1][budget]


tokens = iter(map(int, sys.stdin.read().split()))
n, budget = next(tokens), next(tokens)
print(greatest_joy([(next(tokens), next(tokens)) for _ in range(n)], budget))
