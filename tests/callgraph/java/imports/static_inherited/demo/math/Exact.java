package demo.math;

public class Exact extends Base {
    public static int round(int value) {
        return value;
    }
}
