package demo;

import java.util.HashMap;
import java.util.Map;

public class Main {
    private final Map<String, Entry> cache = new HashMap<>();

    public static void main(String[] args) {
        new Main().find("a").use();
    }

    Entry find(String key) {
        return cache.computeIfAbsent(key, Entry::new);
    }
}

class Entry {
    Entry(String key) {}

    void use() {}
}
