package demo;

public class Main {
    public static void main(String[] args) {
        Task first = new Task() {
            @Override
            public void run() {
                left();
            }
        };
        Task second = new Task() {
            @Override
            public void run() {
                right();
            }
        };
        first.run();
        second.run();
    }

    static void left() {}

    static void right() {}
}

interface Task {
    void run();
}
