package demo;

public class Main {
    public static void main(String[] args) {
        Maker maker = base -> {
            int start = base;
            return value -> {
                return start + value;
            };
        };
        maker.make(1).apply(2);
    }
}

interface Maker {
    Operation make(int base);
}

interface Operation {
    int apply(int value);
}
