package demo.math;

public class Base {
    public static int round(double value) {
        return (int) value;
    }
}
