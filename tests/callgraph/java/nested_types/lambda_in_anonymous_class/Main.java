package demo;

public class Main {
    public static void main(String[] args) {
        Action first = () -> left();
        Action second = new Action() {
            @Override
            public void run() {
                Action inner = () -> right();
                inner.run();
            }
        };
        first.run();
        second.run();
    }

    static void left() {}

    static void right() {}
}

interface Action {
    void run();
}
