import sys


def find_pair(values: list[int], target: int) -> tuple[int, int] | None:
    """One pass: remember where each value was seen."""
    seen: dict[int, int] = {}
    for j, value in enumerate(values, start=1):
        if target - value in seen:
            return seen[target - value], j
        seen[value] = j
    return None


def main() -> None:
    data = sys.stdin.read().split()
    target = int(data[1])
    pair = find_pair([int(x) for x in data[2:]], target)
    print(*pair if pair else (-1,))


main()
