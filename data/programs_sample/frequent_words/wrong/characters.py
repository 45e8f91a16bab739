import sys
from collections import defaultdict


def main():
    """Read the text character by character."""
    k = int(sys.stdin.readline())
    counts = defaultdict(int)
    current = []
    for ch in sys.stdin.read().strip().lower():
        if ch in "abcdefghijklmnopqrstuvwxyz":
            current.append(ch)
        elif current:
            counts["".join(current)] += 1
            current = []
    order = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    for word, count in order[:k]:
        print(word, count)


main()
