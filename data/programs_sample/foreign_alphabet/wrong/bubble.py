class Dictionary:
    def __init__(self, alphabet):
        self.alphabet = alphabet
        self.words = []

    def key(self, word):
        return [self.alphabet.find(letter) for letter in word]

    def sort(self):
        n = len(self.words)
        for end in range(n - 1, 0, -1):
            for i in range(end - 1):
                if self.key(self.words[i]) > self.key(self.words[i + 1]):
                    self.words[i], self.words[i + 1] = self.words[i + 1], self.words[i]


d = Dictionary(input())
for _ in range(int(input())):
    d.words.append(input())
d.sort()
for word in d.words:
    print(word)
