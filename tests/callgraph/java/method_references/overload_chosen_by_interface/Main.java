package demo;

public class Main {
    public static void main(String[] args) {
        ByNumber number = Main::show;
        ByText text = Main::show;
        number.accept(1);
        text.accept("one");
    }

    static void show(int value) {}

    static void show(String value) {}
}

interface ByNumber {
    void accept(int value);
}

interface ByText {
    void accept(String value);
}
