def size(word):
    return 1


sorted(["b", "a"], key=lambda word: size(word))
