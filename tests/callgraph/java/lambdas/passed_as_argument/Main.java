package demo;

public class Main {
    public static void main(String[] args) {
        twice(value -> value + 1);
    }

    static int twice(Operation operation) {
        return operation.apply(operation.apply(1));
    }
}

interface Operation {
    int apply(int value);
}
