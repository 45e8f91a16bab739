package demo;

public class Main {
    public static void main(String[] args) {
        new Child();
    }
}

class Parent {
    Parent() {
        setUp();
    }

    void setUp() {}
}

class Child extends Parent {
    @Override
    void setUp() {}
}
