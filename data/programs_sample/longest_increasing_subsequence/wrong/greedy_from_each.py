import sys
from itertools import islice


def main():
    tokens = (int(t) for line in sys.stdin for t in line.split())
    n = next(tokens)
    heights = list(islice(tokens, n))
    best = 0
    for start in range(len(heights)):
        count, top = 1, heights[start]
        for h in heights[start + 1:]:
            if h > top:
                count, top = count + 1, h
        best = max(best, count)
    print(best)


main()
