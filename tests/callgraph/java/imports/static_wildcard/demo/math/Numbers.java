package demo.math;

public class Numbers {
    public static int twice(int value) {
        return 2 * value;
    }

    public static int half(int value) {
        return value / 2;
    }

    public static void local() {}
}
