def first_at_least(shelf, weight):
    """Halve the range until one book is left."""
    low, high = 0, max(0, len(shelf) - 1)
    while low < high:
        mid = (low + high) // 2
        if shelf[mid] >= weight:
            high = mid
        else:
            low = mid + 1
    return low


n, q = map(int, input().split())
shelf = list(map(int, input().split()))
questions = list(map(int, input().split()))
for question in questions:
    place = first_at_least(shelf, question)
    print(place + 1 if place < n else "none")
