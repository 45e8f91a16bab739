def size(word):
    return len(word)


def longest(words):
    return max(map(size, words))


longest(["a", "bb"])
