from functools import cmp_to_key

alphabet = input()
position = {letter: i for i, letter in enumerate(alphabet)}


def compare(a: str, b: str) -> int:
    for p, q in zip(a, b):
        if position[p] < position[q]:
            return -1
        if position[p] > position[q]:
            return 1
    return len(b) - len(a)


count = int(input())
words = [input() for _ in range(count)]
words.sort(key=cmp_to_key(compare))
print("\n".join(words))
