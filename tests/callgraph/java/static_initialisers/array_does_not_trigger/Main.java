package demo;

public class Main {
    public static void main(String[] args) {
        Item[] items = new Item[2];
        Item item = items[0];
        Other.touch();
    }
}

class Item {
    static boolean ready;

    static {
        ready = true;
    }
}

class Other {
    static void touch() {}
}
