package demo;

public class Main {
    public static void main(String[] args) {
        measure(new Square());
        measure(new Circle());
        new Triangle();
    }

    static int measure(Shape shape) {
        return shape.area();
    }
}

abstract class Shape {
    abstract int area();
}

class Square extends Shape {
    @Override
    int area() {
        return 4;
    }
}

class Circle extends Shape {
    @Override
    int area() {
        return 3;
    }
}

class Triangle extends Shape {
    @Override
    int area() {
        return 2;
    }
}
