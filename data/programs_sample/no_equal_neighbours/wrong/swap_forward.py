class Word:
    def __init__(self, letters):
        self.letters = list(letters)

    def fix(self, i):
        for j in range(i + 1, len(self.letters)):
            if self.letters[j] != self.letters[i]:
                self.letters[i], self.letters[j] = self.letters[j], self.letters[i]
                return True
        return False


word = Word(input().strip())
possible = True
for i in range(1, len(word.letters)):
    if word.letters[i] == word.letters[i - 1]:
        possible = possible and word.fix(i)
print("".join(word.letters) if possible else "impossible")
