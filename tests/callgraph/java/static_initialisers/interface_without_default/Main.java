package demo;

public class Main {
    public static void main(String[] args) {
        new Worker();
        show(Job.LIMIT);
    }

    static void show(int value) {}
}

interface Job {
    int LIMIT = Log.limit();

    void run();
}

class Worker implements Job {
    static final int SIZE = Log.size();

    @Override
    public void run() {}
}

class Log {
    static int limit() {
        return 5;
    }

    static int size() {
        return 6;
    }
}
