package demo;

public class Main {
    public static void main(String[] args) {
        First.start();
    }
}

class First {
    static int value = Second.value();

    static void start() {}
}

class Second {
    static {
        prepare();
    }

    static void prepare() {}

    static int value() {
        return 1;
    }
}
