package demo;

public class Main {
    public static void main(String[] args) {
        Nested nested = new Nested(1);
        nested.run();
    }

    static class Nested {
        Nested(int size) {}

        void run() {
            helper();
        }
    }

    private static void helper() {}
}
