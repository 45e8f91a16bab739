package demo;

public class Main {
    public static void main(String[] args) {
        new Worker();
    }
}

interface Job {
    int LIMIT = Log.limit();

    default void run() {}
}

class Worker implements Job {}

class Log {
    static int limit() {
        return 5;
    }
}
