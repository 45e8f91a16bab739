import sys
from collections import Counter


def rearrange(word):
    """Fill the even places with the most frequent letters, then the odd ones."""
    counts = Counter(word).most_common()
    if counts[0][1] > (len(word) + 1) // 2:
        return "impossible"
    letters = [c for c, n in counts for _ in range(n)]
    half = (len(word) + 1) // 2
    result = [""] * len(word)
    result[0::2] = letters[:half]
    result[1::2] = letters[half:]
    return "".join(result)


print(rearrange(sys.stdin.readline().strip()))
