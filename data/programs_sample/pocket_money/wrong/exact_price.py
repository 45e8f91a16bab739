from functools import lru_cache


def main():
    n, budget = map(int, input().split())
    goods = [tuple(map(int, input().split())) for _ in range(n)]

    @lru_cache(maxsize=None)
    def joy(i, left):
        if i == len(goods):
            return 0
        price, value = goods[i]
        result = joy(i + 1, left)
        if price < left:
            result = max(result, value + joy(i + 1, left - price))
        return result

    print(joy(0, budget))


main()
