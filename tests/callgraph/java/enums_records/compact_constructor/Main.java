package demo;

public class Main {
    public static void main(String[] args) {
        new Range(1, 2);
    }
}

record Range(int low, int high) {
    Range {
        check(low, high);
    }

    static void check(int low, int high) {}
}
