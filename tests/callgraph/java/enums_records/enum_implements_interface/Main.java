package demo;

public class Main {
    public static void main(String[] args) {
        run(Mode.FAST);
    }

    static void run(Runner runner) {
        runner.go();
    }
}

interface Runner {
    void go();
}

enum Mode implements Runner {
    FAST,
    SLOW;

    @Override
    public void go() {}
}
