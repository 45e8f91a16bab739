class Shape:
    def describe(self):
        return self.area()

    def area(self):
        pass


class Square(Shape):
    def area(self):
        return 4


class Circle(Shape):
    def area(self):
        return 3


for shape in (Square(), Circle()):
    shape.describe()
