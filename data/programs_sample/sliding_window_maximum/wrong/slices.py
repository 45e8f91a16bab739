import sys


def maxima(loads, k):
    for start in range(len(loads) - k + 1):
        yield max(loads[start:start + k])


def main():
    n, k = map(int, sys.stdin.readline().split())
    loads = [int(x) for x in sys.stdin.readline().split()]
    print(*maxima(loads, k))


main()
