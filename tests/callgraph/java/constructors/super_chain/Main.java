package demo;

public class Main {
    public static void main(String[] args) {
        new Child();
    }
}

class Parent {
    Parent(String name) {}
}

class Child extends Parent {
    Child() {
        super("child");
    }
}
