package demo;

import java.util.function.Predicate;

public class Main {
    public static void main(String[] args) {
        Predicate<String> filled = text -> isFilled(text);
        Predicate<String> both = filled.and(Main::isShort).negate();
        both.test("a");
    }

    static boolean isFilled(String text) {
        return !text.isEmpty();
    }

    static boolean isShort(String text) {
        return text.length() < 3;
    }
}
