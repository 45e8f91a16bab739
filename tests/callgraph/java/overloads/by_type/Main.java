package demo;

public class Main {
    public static void main(String[] args) {
        show(1);
        show("one");
        show('c');
        show(2.5);
    }

    static void show(int value) {}

    static void show(String value) {}

    static void show(char value) {}

    static void show(double value) {}

    static void show(Object value) {}
}
