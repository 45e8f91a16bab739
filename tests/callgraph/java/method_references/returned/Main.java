package demo;

public class Main {
    public static void main(String[] args) {
        choose(true).run();
        choose(false).run();
    }

    static Action choose(boolean first) {
        return first ? Main::left : Main::right;
    }

    static void left() {}

    static void right() {}
}

interface Action {
    void run();
}
