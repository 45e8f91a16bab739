class History:
    def __init__(self, page):
        self.behind = []
        self.ahead = []
        self.page = page

    def visit(self, page):
        self.behind.append(self.page)
        self.page = page

    def back(self, steps):
        while steps and self.behind:
            self.ahead.append(self.page)
            self.page = self.behind.pop()
            steps -= 1

    def forward(self, steps):
        while steps and self.ahead:
            self.behind.append(self.page)
            self.page = self.ahead.pop()
            steps -= 1


history = History("start")
for _ in range(int(input())):
    command, argument = input().split()
    if command == "visit":
        history.visit(argument)
    elif command == "back":
        history.back(int(argument))
    else:
        history.forward(int(argument))
    print(history.page)
