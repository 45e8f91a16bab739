def size(word):
    return len(word)


sorted(["one", "three"], key=size)
