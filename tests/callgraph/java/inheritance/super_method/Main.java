package demo;

public class Main {
    public static void main(String[] args) {
        new Child().run();
    }
}

class Parent {
    void run() {}
}

class Child extends Parent {
    @Override
    void run() {
        super.run();
    }
}
