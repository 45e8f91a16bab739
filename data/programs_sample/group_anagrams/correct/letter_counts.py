import string
import sys


def signature(word: str) -> tuple[int, ...]:
    """How often each letter of the alphabet occurs."""
    return tuple(word.count(letter) for letter in string.ascii_lowercase)


def group(words: list[str]) -> list[list[str]]:
    by_signature: dict[tuple[int, ...], list[str]] = {}
    for word in words:
        by_signature.setdefault(signature(word), []).append(word)
    return [sorted(members) for members in by_signature.values()]


def main() -> None:
    words = sys.stdin.read().split()[1:]
    for members in group(words):
        print(" ".join(members))


if __name__ == "__main__":
    main()
