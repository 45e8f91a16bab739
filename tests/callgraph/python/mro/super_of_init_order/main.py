class First:
    def __init__(self):
        super().__init__()


class Second:
    def __init__(self):
        pass


class Both(First, Second):
    pass


Both()
