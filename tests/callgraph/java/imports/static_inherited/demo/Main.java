package demo;

import static demo.math.Exact.*;

public class Main {
    public static void main(String[] args) {
        round(1.5);
        round(2);
    }
}
