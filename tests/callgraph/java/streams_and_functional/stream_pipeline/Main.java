package demo;

import java.util.List;
import java.util.stream.Collectors;

public class Main {
    public static void main(String[] args) {
        List.of(1, 2, 3).stream()
                .filter(value -> isOdd(value))
                .map(Main::label)
                .collect(Collectors.toList());
    }

    static boolean isOdd(int value) {
        return value % 2 == 1;
    }

    static String label(int value) {
        return "n" + value;
    }
}
