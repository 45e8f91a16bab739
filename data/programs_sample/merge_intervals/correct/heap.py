import heapq
import sys


def main() -> None:
    lines = sys.stdin.read().splitlines()
    heap = []
    for line in lines[1:]:
        low, high = map(int, line.split())
        heapq.heappush(heap, (low, high))

    while heap:
        low, high = heapq.heappop(heap)
        while heap and heap[0][0] <= high:
            high = max(high, heapq.heappop(heap)[1])
        print(low, high)


if __name__ == "__main__":
    main()
