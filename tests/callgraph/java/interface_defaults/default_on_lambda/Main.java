package demo;

public class Main {
    public static void main(String[] args) {
        Check check = number -> number > 0;
        check.both(3);
    }
}

interface Check {
    boolean test(int number);

    default boolean both(int number) {
        return test(number) && test(number + 1);
    }
}
