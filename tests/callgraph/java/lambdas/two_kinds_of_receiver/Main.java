package demo;

public class Main {
    public static void main(String[] args) {
        apply(value -> value * 2);
        apply(new Increment());
    }

    static int apply(Operation operation) {
        return operation.apply(3);
    }
}

interface Operation {
    int apply(int value);
}

class Increment implements Operation {
    @Override
    public int apply(int value) {
        return value + 1;
    }
}
