package demo;

import static demo.math.Numbers.*;

public class Main {
    public static void main(String[] args) {
        twice(2);
        half(4);
        local();
    }

    static void local() {}
}
