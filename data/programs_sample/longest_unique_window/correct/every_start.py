def longest_from(word: str, start: int) -> int:
    """Length of the longest stretch without repeats that begins at `start`."""
    seen: set[str] = set()
    for letter in word[start:]:
        if letter in seen:
            break
        seen.add(letter)
    return len(seen)


def main() -> None:
    try:
        word = input().strip()
    except EOFError:
        word = ""
    print(max((longest_from(word, i) for i in range(len(word))), default=0))


main()
