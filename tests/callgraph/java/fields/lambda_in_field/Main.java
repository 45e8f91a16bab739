package demo;

public class Main {
    private final Action action = () -> step();

    void step() {}

    void run() {
        action.run();
    }

    public static void main(String[] args) {
        new Main().run();
    }
}

interface Action {
    void run();
}
