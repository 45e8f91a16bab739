package demo;

public class Main {
    public static void main(String[] args) {
        same(new Cat()).meow();
    }

    static <T> T same(T value) {
        return value;
    }
}

class Cat {
    void meow() {}
}
