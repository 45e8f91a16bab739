package demo;

import java.util.ArrayList;

public class Main {
    public static void main(String[] args) {
        Names names = new Names();
        names.addAllOf("a b");
    }
}

class Names extends ArrayList<String> {
    void addAllOf(String text) {
        for (String name : text.split(" ")) {
            add(name);
        }
    }
}
