from shapes import Square

square = Square(2)
square.area()
