class Point:
    def __init__(self, x):
        self.x = x

    def show(self):
        pass


for point in map(Point, [1, 2]):
    point.show()
