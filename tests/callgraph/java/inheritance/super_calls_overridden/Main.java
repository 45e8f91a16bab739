package demo;

public class Main {
    public static void main(String[] args) {
        new Child().open();
    }
}

class Parent {
    void open() {
        check();
    }

    void check() {}
}

class Child extends Parent {
    @Override
    void open() {
        super.open();
    }

    @Override
    void check() {}
}
