package demo;

import java.util.function.Function;

public class Main {
    public static void main(String[] args) {
        Function<String, String> shout = text -> text.toUpperCase();
        shout.apply("a");
    }
}
