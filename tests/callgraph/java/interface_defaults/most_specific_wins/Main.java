package demo;

public class Main {
    public static void main(String[] args) {
        Upper value = new Value();
        value.run();
    }
}

interface Upper {
    default void run() {}
}

interface Lower extends Upper {
    @Override
    default void run() {}
}

class Value implements Upper, Lower {}
