package demo;

import java.util.List;

public class Main {
    public static void main(String[] args) {
        drawAll(List.of(new Circle()));
    }

    static void drawAll(List<? extends Shape> shapes) {
        for (Shape shape : shapes) {
            shape.draw();
        }
    }
}

abstract class Shape {
    abstract void draw();
}

class Circle extends Shape {
    @Override
    void draw() {}
}
