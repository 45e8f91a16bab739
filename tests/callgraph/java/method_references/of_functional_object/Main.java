package demo;

public class Main {
    public static void main(String[] args) {
        Action action = () -> step();
        Runnable runnable = action::perform;
        runnable.run();
    }

    static void step() {}
}

interface Action {
    void perform();
}
