package demo;

public class Main {
    public static void main(String[] args) {
        put(name());
        put(count());
        put(name().length());
    }

    static String name() {
        return "n";
    }

    static long count() {
        return 1;
    }

    static void put(String value) {}

    static void put(long value) {}

    static void put(int value) {}
}
