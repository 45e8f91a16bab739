package demo;

import java.util.function.Supplier;

public class Main {
    public static void main(String[] args) {
        Supplier<Cat> supplier = () -> new Cat();
        supplier.get().meow();
    }
}

class Cat {
    Cat() {}

    void meow() {}
}
