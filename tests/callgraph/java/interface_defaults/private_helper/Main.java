package demo;

public class Main {
    public static void main(String[] args) {
        new Worker().work();
    }
}

interface Job {
    default void work() {
        check();
        log();
    }

    private void check() {}

    private static void log() {}
}

class Worker implements Job {}
