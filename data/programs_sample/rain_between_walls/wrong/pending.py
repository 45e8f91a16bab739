def collect(heights):
    """Walk to the right and fill up to the highest wall so far."""
    highest = 0
    water = 0
    pending = 0
    for height in heights:
        if height >= highest:
            highest = height
            water += pending
            pending = 0
        else:
            pending += highest - height
    return water + pending


count = int(input())
print(collect(list(map(int, input().split()))[:count]))
