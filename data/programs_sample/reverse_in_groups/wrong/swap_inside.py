def turn(train: list[int], k: int) -> list[int]:
    """Swap the wagons of each full group in place."""
    for start in range(0, len(train) - k + 1, k):
        for offset in range(k):
            left = start + offset
            right = start + k - 1 - offset
            train[left], train[right] = train[right], train[left]
    return train


n, k = map(int, input().split())
train = list(map(int, input().split())) if n else []
print(*turn(train, k))
