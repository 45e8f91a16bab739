package demo;

public class Main {
    public static void main(String[] args) {
        Action first = () -> left();
        Action second = () -> right();
        runFirst(first);
        runSecond(second);
    }

    static void runFirst(Action action) {
        action.run();
    }

    static void runSecond(Action action) {
        action.run();
    }

    static void left() {}

    static void right() {}
}

interface Action {
    void run();
}
