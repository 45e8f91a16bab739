def smooth(items, k):
    """Yield the average after each reading."""
    average, count = 0.0, 0
    for item in items:
        if item == "reset":
            average, count = 0.0, 0
            continue
        count = min(count + 1, k)
        average += (float(item) - average) / count
        yield average


size = int(input())
for value in smooth(input().split(), size):
    print(f"{value:.8f}")
