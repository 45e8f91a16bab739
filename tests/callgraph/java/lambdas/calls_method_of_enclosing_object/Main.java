package demo;

public class Main {
    void step() {}

    void work() {
        Action action = () -> this.step();
        action.run();
    }

    public static void main(String[] args) {
        new Main().work();
    }
}

interface Action {
    void run();
}
