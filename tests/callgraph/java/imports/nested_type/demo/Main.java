package demo;

import demo.parts.Outer.Inner;

public class Main {
    public static void main(String[] args) {
        Inner.make().run();
    }
}
