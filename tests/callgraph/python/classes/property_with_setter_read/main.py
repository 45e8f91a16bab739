class Box:
    def __init__(self):
        self.inside = None

    @property
    def content(self):
        return target

    @content.setter
    def content(self, value):
        self.inside = value


def target():
    pass


Box().content()
