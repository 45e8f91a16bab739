package demo;

public class Main {
    public static void main(String[] args) {
        Visitor visitor = Shape::draw;
        visitor.visit(new Circle());
        visitor.visit(new Square());
    }
}

interface Shape {
    void draw();
}

class Circle implements Shape {
    @Override
    public void draw() {}
}

class Square implements Shape {
    @Override
    public void draw() {}
}

interface Visitor {
    void visit(Shape shape);
}
