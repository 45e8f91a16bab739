def search(values, target):
    left = 0
    right = len(values) - 1
    while left < right:
        total = values[left] + values[right]
        if total == target:
            return left + 1, right + 1
        elif total < target:
            left += 1
        else:
            right -= 1
    return (-1,)


_, target = map(int, input().split())
values = list(map(int, input().split()))
print(*search(values, target))
