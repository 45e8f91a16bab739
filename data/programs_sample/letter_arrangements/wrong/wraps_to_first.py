def generate(rest, prefix, result):
    if not rest:
        result.append(prefix)
        return
    used = set()
    for i, letter in enumerate(rest):
        if letter not in used:
            used.add(letter)
            generate(rest[:i] + rest[i + 1:], prefix + letter, result)


word = input()
result = []
generate(sorted(word), "", result)
index = result.index(word)
print(len(result), index + 1, result[(index + 1) % len(result)])
