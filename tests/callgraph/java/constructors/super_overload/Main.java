package demo;

public class Main {
    public static void main(String[] args) {
        new Child("a");
        new Child(1);
    }
}

class Parent {
    Parent() {}

    Parent(int number) {}
}

class Child extends Parent {
    Child(String name) {}

    Child(int number) {
        super(number);
    }
}
