package demo;

import java.util.HashMap;
import java.util.Map;

public class Main {
    public static void main(String[] args) {
        Map<Key, String> map = new HashMap<>();
        map.put(new Key(), "value");
        map.get(new Key());
        String text = "key " + new Key();
    }
}

class Key {
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key;
    }

    @Override
    public String toString() {
        return "key";
    }
}
