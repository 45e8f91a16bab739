package demo;

public class Main {
    static Operation factorial;

    public static void main(String[] args) {
        factorial = value -> value < 2 ? 1 : value * factorial.apply(value - 1);
        factorial.apply(3);
    }
}

interface Operation {
    int apply(int value);
}
