package demo;

public class Main {
    public static void main(String[] args) {
        new Outer.Inner();
    }
}

class Outer {
    static boolean loaded;

    static {
        loaded = true;
    }

    static class Inner {
        static {
            Log.inner();
        }
    }
}

class Log {
    static void inner() {}
}
