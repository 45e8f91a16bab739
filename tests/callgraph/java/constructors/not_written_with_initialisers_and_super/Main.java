package demo;

public class Main {
    public static void main(String[] args) {
        new Child();
    }
}

class Parent {
    Parent() {}
}

class Child extends Parent {
    private final int number = Child.next();

    static int next() {
        return 1;
    }
}
