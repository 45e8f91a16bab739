import sys


def find(weights, w):
    low, high = 0, len(weights) - 1
    while low <= high:
        mid = (low + high) // 2
        if weights[mid] == w:
            return mid
        if weights[mid] < w:
            low = mid + 1
        else:
            high = mid - 1
    return low


lines = sys.stdin.read().splitlines()
weights = list(map(int, lines[1].split()))
for w in map(int, lines[2].split()):
    i = find(weights, w)
    print(i + 1 if i < len(weights) else "none")
