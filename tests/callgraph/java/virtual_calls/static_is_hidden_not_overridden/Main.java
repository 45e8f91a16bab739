package demo;

public class Main {
    public static void main(String[] args) {
        Parent.create();
        Child.create();
        Child.inherited();
    }
}

class Parent {
    static void create() {}

    static void inherited() {}
}

class Child extends Parent {
    static void create() {}
}
