package demo;

public class Main {
    public static void main(String[] args) {
        Action outer = () -> {
            Action inner = () -> {
                step();
            };
            inner.run();
        };
        outer.run();
    }

    static void step() {}
}

interface Action {
    void run();
}
