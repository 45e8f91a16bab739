from collections import Counter


def arrange(word: str) -> str:
    """Place letters by falling frequency on every second place."""
    counts = Counter(word)
    if len(word) > 1 and max(counts.values()) > len(word) // 2:
        return "impossible"
    places = list(range(0, len(word), 2)) + list(range(1, len(word), 2))
    result = dict()
    for letter, count in counts.most_common():
        for _ in range(count):
            result[places.pop(0)] = letter
    return "".join(result[i] for i in range(len(word)))


print(arrange(input()))
