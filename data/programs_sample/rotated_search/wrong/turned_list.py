import sys


class TurnedList:
    def __init__(self, values):
        self.values = values

    def position(self, x):
        a = self.values
        low, high = 0, len(a) - 1
        while low <= high:
            mid = (low + high) // 2
            if a[mid] == x:
                return mid + 1
            if a[low] <= a[mid]:
                if a[low] < x < a[mid]:
                    high = mid - 1
                else:
                    low = mid + 1
            else:
                if a[mid] < x < a[high]:
                    low = mid + 1
                else:
                    high = mid - 1
        return 0


n, q, *numbers = map(int, sys.stdin.read().split())
turned = TurnedList(numbers[:n])
print(*[turned.position(x) for x in numbers[n:]])
