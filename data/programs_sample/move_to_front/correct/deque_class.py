from collections import deque


class MoveToFront:
    def __init__(self):
        self.letters = deque(map(chr, range(97, 123)))

    def place(self, letter):
        number = self.letters.index(letter)
        self.letter(number)
        return number

    def letter(self, number):
        self.letters.rotate(-number)
        found = self.letters.popleft()
        self.letters.rotate(number)
        self.letters.appendleft(found)
        return found


while True:
    try:
        command, _, rest = input().partition(" ")
    except EOFError:
        break
    coder = MoveToFront()
    if command == "encode":
        print(" ".join(str(coder.place(c)) for c in rest))
    else:
        print("".join(coder.letter(int(x)) for x in rest.split()))
