package demo;

public class Main {
    public static void main(String[] args) {
        Factory.create().build();
    }
}

interface Factory {
    static Factory create() {
        return new Plain();
    }

    default void build() {}
}

class Plain implements Factory {}
