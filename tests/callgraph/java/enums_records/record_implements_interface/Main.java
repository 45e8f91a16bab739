package demo;

public class Main {
    public static void main(String[] args) {
        Shape shape = new Square(2);
        shape.area();
    }
}

interface Shape {
    int area();
}

record Square(int side) implements Shape {
    @Override
    public int area() {
        return side * side;
    }
}
