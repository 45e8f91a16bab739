import sys


def find(a, x):
    """Binary search; one of the two halves is always sorted."""
    low, high = 0, len(a) - 1
    while low <= high:
        mid = (low + high) // 2
        if a[mid] == x:
            return mid + 1
        if a[low] <= a[mid]:
            if a[low] <= x < a[mid]:
                high = mid - 1
            else:
                low = mid + 1
        elif a[mid] < x <= a[high]:
            low = mid + 1
        else:
            high = mid - 1
    return 0


_, row, wanted = sys.stdin.read().splitlines()
numbers = list(map(int, row.split()))
print(*(find(numbers, int(x)) for x in wanted.split()))
