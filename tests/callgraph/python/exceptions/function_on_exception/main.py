def undo():
    pass


class Failure(Exception):
    def __init__(self, remedy):
        self.remedy = remedy


try:
    raise Failure(undo)
except Failure as failure:
    failure.remedy()
