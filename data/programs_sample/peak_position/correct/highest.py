import sys

_, *heights = map(int, sys.stdin.read().split())
print(heights.index(max(heights)) + 1)
