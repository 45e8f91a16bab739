package demo;

import demo.parts.Outer.*;

public class Main {
    public static void main(String[] args) {
        new First().run();
        Second.run();
    }
}
