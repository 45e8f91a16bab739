def common_beginning(words: list[str]) -> str:
    """Only the first and the last word in alphabetical order matter."""
    low, high = min(words), max(words)
    for i, letter in enumerate(low):
        if high[i] != letter:
            return low[:i]
    return low


words = [input() for _ in range(int(input()))]
print(common_beginning(words) or "-")
