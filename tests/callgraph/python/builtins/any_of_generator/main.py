def good(item):
    return item > 0


any(good(item) for item in [1, 2])
