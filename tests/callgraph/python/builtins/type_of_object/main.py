class Shape:
    def __init__(self):
        pass


shape = Shape()
type(shape)()
