package demo;

public class Main {
    public static void main(String[] args) {
        int[] numbers = {1, 2};
        sum(numbers);
        sum(numbers[0]);
    }

    static int sum(int[] values) {
        return values.length;
    }

    static int sum(int value) {
        return value;
    }
}
