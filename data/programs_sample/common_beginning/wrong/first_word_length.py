def longest(words):
    """Compare every word with the first one, letter by letter."""
    first = words[0]
    for i in range(len(first)):
        for word in words[1:]:
            if word[i] != first[i]:
                return first[:i]
    return first


n = int(input())
words = [input().strip() for _ in range(n)]
answer = longest(words)
print(answer if answer else "-")
