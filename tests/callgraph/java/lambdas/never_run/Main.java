package demo;

public class Main {
    public static void main(String[] args) {
        Action first = () -> {};
        Action second = () -> step();
        second.run();
    }

    static void step() {}
}

interface Action {
    void run();
}
