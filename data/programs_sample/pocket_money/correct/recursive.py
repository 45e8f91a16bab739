from functools import cache
from typing import NamedTuple


class Present(NamedTuple):
    price: int
    joy: int


n, budget = (int(x) for x in input().split())
shop = [Present(*map(int, input().split())) for _ in range(n)]


@cache
def best(i: int, money: int) -> int:
    if i == n:
        return 0
    without = best(i + 1, money)
    if shop[i].price > money:
        return without
    return max(without, shop[i].joy + best(i + 1, money - shop[i].price))


print(best(0, budget))
