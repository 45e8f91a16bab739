import sys


def main():
    data = sys.stdin.read().split()
    rows, cols = int(data[0]), int(data[1])
    area = data[2:]
    ways = {(0, 0): 1}
    for y in range(rows):
        for x in range(cols):
            if (y, x) == (0, 0):
                continue
            if area[y][x] == "#":
                ways[y, x] = 0
            else:
                ways[y, x] = ways.get((y - 1, x), 0) + ways.get((y, x - 1), 0)
    print(ways[rows - 1, cols - 1])


main()
