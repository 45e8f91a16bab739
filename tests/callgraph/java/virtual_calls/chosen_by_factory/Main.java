package demo;

public class Main {
    public static void main(String[] args) {
        make(true).run();
        make(false).run();
    }

    static Task make(boolean fast) {
        if (fast) {
            return new Fast();
        }
        return new Slow();
    }
}

abstract class Task {
    abstract void run();
}

class Fast extends Task {
    @Override
    void run() {}
}

class Slow extends Task {
    @Override
    void run() {}
}

class Never extends Task {
    @Override
    void run() {}
}
