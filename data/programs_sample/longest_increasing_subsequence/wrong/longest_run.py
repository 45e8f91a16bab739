def longest(heights):
    """Return the length of the longest rising part."""
    if not heights:
        return 0
    best = current = 1
    for before, after in zip(heights, heights[1:]):
        current = current + 1 if after > before else 1
        best = max(best, current)
    return best


values = list(map(int, open(0).read().split()))
print(longest(values[1:]))
