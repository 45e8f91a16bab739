from functools import lru_cache


def main():
    target = int(input())
    dice = [int(token) for token in input().split()]

    @lru_cache(maxsize=None)
    def chance(i: int, total: int) -> float:
        """Probability of reaching the target with the dice from i on."""
        if i == len(dice):
            return float(total >= target)
        return sum(chance(i + 1, total + face) / 6 for face in range(1, dice[i] + 1))

    print(chance(0, 0))


main()
