def search(h, low, high):
    """Halve the range between low and high."""
    if low == high:
        return low
    mid = (low + high) // 2
    if h[mid] > h[mid + 1]:
        return search(h, mid + 1, high)
    return search(h, low, mid)


n = int(input())
heights = list(map(int, input().split()))
print(search(heights, 0, n - 1) + 1)
