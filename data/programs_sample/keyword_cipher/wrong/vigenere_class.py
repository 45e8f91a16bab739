import sys
import string


class Vigenere:
    def __init__(self, keyword: str) -> None:
        self.shifts = [string.ascii_lowercase.index(c) for c in keyword]

    def run(self, text: str, sign: int) -> str:
        out: list[str] = []
        k = 0
        for c in text.lower():
            if c in string.ascii_lowercase:
                number = ord(c) - ord("a") + sign * self.shifts[k % len(self.shifts)]
                out.append(string.ascii_lowercase[number % 26])
                k += 1
            else:
                out.append(c)
        return "".join(out)


mode, keyword = sys.stdin.readline().split()
cipher = Vigenere(keyword)
print(cipher.run(sys.stdin.readline().strip(), 1 if mode == "encrypt" else -1))
