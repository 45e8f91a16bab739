import heapq
import string
import sys


def words(lines):
    table = {i: " " for i in range(256) if chr(i) not in string.ascii_letters}
    for line in lines:
        yield from line.translate(table).lower().split()


def main():
    k = int(sys.stdin.readline())
    counts = {}
    for word in words(sys.stdin):
        counts[word] = counts.get(word, 0) + 1
    heap = [(-count, word) for word, count in counts.items()]
    for count, word in heapq.nsmallest(k, heap):
        print(word, -count)


main()
