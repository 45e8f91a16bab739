import sys


def find_peak(heights):
    for i in range(1, len(heights) - 1):
        if heights[i - 1] < heights[i] and heights[i] > heights[i + 1]:
            return i + 1
    return len(heights)


def main():
    numbers = [int(t) for t in sys.stdin.read().split()]
    print(find_peak(numbers[1:]))


main()
