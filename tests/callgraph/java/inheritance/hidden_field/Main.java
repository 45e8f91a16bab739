package demo;

public class Main {
    public static void main(String[] args) {
        Child child = new Child();
        child.part.run();
        ((Parent) child).part.run();
    }
}

class Parent {
    Part part = new Part();
}

class Child extends Parent {
    OtherPart part = new OtherPart();
}

class Part {
    void run() {}
}

class OtherPart {
    void run() {}
}
