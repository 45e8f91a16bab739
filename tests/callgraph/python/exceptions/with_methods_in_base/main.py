class Failure(Exception):
    def explain(self):
        return self.text()

    def text(self):
        return "failure"


class Late(Failure):
    def text(self):
        return "late"


try:
    raise Late()
except Failure as failure:
    failure.explain()
