package demo;

public class Main {
    public static void main(String[] args) {
        Action action = () -> step();
        action.run();
    }

    static void step() {}
}

interface Action {
    void run();
}
