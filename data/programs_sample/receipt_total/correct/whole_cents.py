import sys


def cents(price: str) -> int:
    """The price in cents."""
    euros, rest = price.split(".")
    return 100 * int(euros) + int(rest)


def show(amount: int) -> str:
    return f"{amount // 100}.{amount % 100:02d}"


def main() -> None:
    words = sys.stdin.read().split()
    total = sum(cents(price) * int(count) for price, count in zip(words[1::3], words[2::3]))
    print(show(total), show((19 * total + 50) // 100))


main()
