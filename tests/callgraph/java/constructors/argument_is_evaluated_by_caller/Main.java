package demo;

public class Main {
    public static void main(String[] args) {
        new Child(size());
    }

    static int size() {
        return 1;
    }
}

class Parent {
    Parent(int size) {}
}

class Child extends Parent {
    Child(int size) {
        super(doubled(size));
    }

    static int doubled(int size) {
        return 2 * size;
    }
}
