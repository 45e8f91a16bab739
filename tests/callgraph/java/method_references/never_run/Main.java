package demo;

public class Main {
    public static void main(String[] args) {
        Action unused = Main::idle;
        Action used = Main::busy;
        used.run();
    }

    static void idle() {}

    static void busy() {}
}

interface Action {
    void run();
}
