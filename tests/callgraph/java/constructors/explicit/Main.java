package demo;

public class Main {
    public static void main(String[] args) {
        new Point(1);
    }
}

class Point {
    Point(int x) {
        check(x);
    }

    static void check(int x) {}
}
