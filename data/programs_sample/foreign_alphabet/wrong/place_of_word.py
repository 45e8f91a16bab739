import sys

data = sys.stdin.read().split()
order, words = data[0], data[2:]


def place(word):
    """Rank of the word in the dictionary."""
    return order.index(word[0]), word[1:]


for word in sorted(words, key=place):
    print(word)
