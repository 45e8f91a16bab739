package demo;

public class Main {
    public static void main(String[] args) {
        try {
            check(-1);
        } catch (IllegalArgumentException error) {
            check(1);
        }
    }

    static void check(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative");
        }
    }
}
