package demo;

public class Main {
    public static void main(String[] args) {
        take(1);
        prefer(2);
        take("text");
    }

    static void take(Integer value) {}

    static void take(Object value) {}

    static void prefer(long value) {}

    static void prefer(Integer value) {}
}
