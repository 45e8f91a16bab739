package demo;

public class Main {
    public static void main(String[] args) {
        Greeter greeter = new Loud();
        greeter.greet();
    }
}

interface Greeter {
    default void greet() {}
}

class Loud implements Greeter {
    @Override
    public void greet() {}
}

class Quiet implements Greeter {}
