package demo;

public class Main {
    public static void main(String[] args) {
        new Child().open();
    }
}

class Parent {
    void open() {
        hidden();
    }

    private void hidden() {}
}

class Child extends Parent {
    void hidden() {}
}
