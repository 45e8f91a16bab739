package demo;

public class Main {
    public static void main(String[] args) {
        Point point = new Point(1, 2);
        point.x();
        point.sum();
    }
}

record Point(int x, int y) {
    int sum() {
        return x() + y;
    }
}
