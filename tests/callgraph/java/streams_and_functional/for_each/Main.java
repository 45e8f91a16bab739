package demo;

import java.util.List;

public class Main {
    public static void main(String[] args) {
        List.of("a", "b").forEach(text -> show(text));
        List.of("c").forEach(Main::print);
    }

    static void show(String text) {}

    static void print(String text) {}
}
