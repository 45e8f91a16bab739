import sys
from heapq import heappop, heappush


def main():
    ropes = list(map(int, sys.stdin.readline().split(",")))
    total = 0
    while len(ropes) > 1:
        first = heappop(ropes)
        second = heappop(ropes)
        total += first + second
        heappush(ropes, first + second)
    print(total)


main()
