package demo;

import java.util.List;
import java.util.stream.Stream;

public class Main {
    public static void main(String[] args) {
        Stream<String> unused = List.of("a").stream().map(text -> text);
        Stream<String> used = prepare();
        used.forEach(Main::show);
    }

    static Stream<String> prepare() {
        return List.of("b").stream().map(text -> mark(text));
    }

    static String mark(String text) {
        return text;
    }

    static void show(String text) {}
}
