import sys


def search(books, w, low, high):
    if low == high:
        return low
    mid = (low + high) // 2
    if books[mid] >= w:
        return search(books, w, low, mid)
    search(books, w, mid + 1, high)


def main():
    data = [int(x) for x in sys.stdin.read().split()]
    n = data[0]
    books, questions = data[2:n + 2], data[n + 2:]
    for w in questions:
        place = search(books, w, 0, n)
        if place is not None and place < n:
            print(place + 1)
        else:
            print("none")


main()
