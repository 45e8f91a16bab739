import sys


def main():
    numbers = list(map(int, sys.stdin.read().split()))
    n, broken = numbers[0], set(numbers[2:])
    mod = 10**9 + 7
    ways = [1] + [0] * (n + 3)
    for step in range(n):
        if step in broken:
            continue
        for jump in (1, 2, 3):
            ways[step + jump] = (ways[step + jump] + ways[step]) % mod
    print(ways[n] % mod)


main()
