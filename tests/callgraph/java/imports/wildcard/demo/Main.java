package demo;

import demo.shapes.*;

public class Main {
    public static void main(String[] args) {
        new Circle().draw();
        Square.create();
    }
}
