class Printing:
    def show(self):
        return self.text()


class Document(Printing):
    def text(self):
        return "text"


Document().show()
