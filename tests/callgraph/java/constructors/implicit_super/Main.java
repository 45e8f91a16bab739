package demo;

public class Main {
    public static void main(String[] args) {
        new Child(1);
    }
}

class Parent {
    Parent() {}
}

class Child extends Parent {
    Child(int number) {
        start();
    }

    void start() {}
}
