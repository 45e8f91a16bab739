package demo;

public class Main {
    public static void main(String[] args) {
        byte small = 1;
        take(small);
        take(5);
    }

    static void take(short value) {}

    static void take(long value) {}

    static void take(double value) {}
}
