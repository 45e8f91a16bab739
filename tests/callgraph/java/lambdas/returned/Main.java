package demo;

public class Main {
    public static void main(String[] args) {
        adder().apply(2);
    }

    static Operation adder() {
        return value -> value + 1;
    }
}

interface Operation {
    int apply(int value);
}
