import sys


def merge(intervals):
    merged = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged


numbers = list(map(int, sys.stdin.read().split()))
pairs = list(zip(numbers[1::2], numbers[2::2]))
for start, end in merge(pairs):
    print(start, end)
