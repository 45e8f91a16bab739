def binary(a: list[int], x: int, low: int, high: int) -> int:
    """Position of x in a[low..high], or -1."""
    while low <= high:
        mid = low + (high - low) // 2
        if a[mid] == x:
            return mid
        if a[mid] < x:
            low = mid + 1
        else:
            high = mid - 1
    return -1


n, q = map(int, input().split())
a = list(map(int, input().split()))
turn = min(range(n), key=a.__getitem__)
for x in map(int, input().split()):
    at = binary(a, x, 0, turn - 1)
    if at < 0:
        at = binary(a, x, turn + 1, n - 1)
    print(at + 1, end=" ")
print()
