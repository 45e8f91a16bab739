class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, failure, place):
        return self.swallow()

    def swallow(self):
        return True


with Guard():
    raise KeyError
