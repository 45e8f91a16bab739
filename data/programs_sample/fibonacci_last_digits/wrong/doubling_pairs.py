def pair(n, m):
    if n == 0:
        return (0, 1)
    a, b = pair(n >> 1, m)
    even = a * (2 * b - a) % m
    odd = (b * b - a * a) % m
    if n & 1:
        return (odd, (even + odd) % m)
    return (even, odd)


def main():
    n, m = map(int, input().split())
    print(pair(n, m)[0] % m)


if __name__ == "__main__":
    main()
