package demo;

import java.util.function.Function;

public class Main {
    public static void main(String[] args) {
        Function<Integer, Integer> first = value -> increase(value);
        Function<Integer, Integer> both = first.andThen(Main::square);
        both.apply(2);
    }

    static int increase(int value) {
        return value + 1;
    }

    static int square(int value) {
        return value * value;
    }
}
