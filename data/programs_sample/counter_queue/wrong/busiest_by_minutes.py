def serve(counters, times):
    """Send each customer to the counter that is free first."""
    for time in times:
        first = min(range(len(counters)), key=lambda i: (counters[i], i))
        counters[first] += time
    return counters


k = int(input())
ends = serve([0] * k, [int(t) for t in input().split()])
latest = max(ends)
print(latest, ends.index(latest) + 1)
