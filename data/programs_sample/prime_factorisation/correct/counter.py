from collections import Counter


def prime_factors(number):
    """Yield the prime factors of number, each as often as it divides it."""
    while number % 2 == 0:
        yield 2
        number //= 2
    divisor = 3
    while divisor * divisor <= number:
        if number % divisor:
            divisor += 2
        else:
            yield divisor
            number //= divisor
    if number > 1:
        yield number


def main():
    powers = Counter(prime_factors(int(input())))
    print(" * ".join(str(p) if e == 1 else f"{p}^{e}" for p, e in sorted(powers.items())))


main()
