package demo;

public class Main {
    public static void main(String[] args) {
        Runner runner = action -> action.perform();
        runner.run(() -> step());
    }

    static void step() {}
}

interface Action {
    void perform();
}

interface Runner {
    void run(Action action);
}
