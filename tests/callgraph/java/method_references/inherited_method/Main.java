package demo;

public class Main {
    public static void main(String[] args) {
        Visitor visitor = Child::greet;
        visitor.visit(new Child());
    }
}

class Parent {
    void greet() {}
}

class Child extends Parent {}

interface Visitor {
    void visit(Child child);
}
