package demo;

import java.util.Map;
import java.util.TreeMap;

public class Main {
    private final Map<String, Integer> counts;

    Main() {
        counts = new TreeMap<>();
    }

    void count(String word) {
        counts.put(word, 1);
    }

    public static void main(String[] args) {
        Main main = new Main();
        main.count("word".trim());
    }
}
