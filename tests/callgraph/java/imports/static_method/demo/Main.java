package demo;

import static demo.math.Numbers.twice;

public class Main {
    public static void main(String[] args) {
        twice(2);
    }
}
