import tools.shapes as shapes

shapes.Square.unit().area()
