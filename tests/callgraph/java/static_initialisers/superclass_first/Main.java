package demo;

public class Main {
    public static void main(String[] args) {
        new Child();
    }
}

class Parent {
    static {
        Log.parent();
    }
}

class Child extends Parent {
    static {
        Log.child();
    }
}

class Log {
    static void parent() {}

    static void child() {}
}
