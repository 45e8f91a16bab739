package demo;

public class Main {
    public static void main(String[] args) {
        Child.help();
    }
}

class Parent {
    static {
        Log.parent();
    }

    static void help() {}
}

class Child extends Parent {
    static boolean loaded;

    static {
        loaded = true;
    }
}

class Log {
    static void parent() {}
}
