package demo;

public class Main {
    public static void main(String[] args) {
        Factory factory = Widget::new;
        factory.create(4).show();
    }
}

class Widget {
    Widget(int size) {}

    Widget(String name) {}

    void show() {}
}

interface Factory {
    Widget create(int size);
}
