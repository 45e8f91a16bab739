package demo;

public class Main {
    public static void main(String[] args) {
        Registry.FIRST.run();
        Registry.SECOND.run();
    }
}

interface Action {
    void run();
}

class Registry {
    static final Action FIRST = new Step();
    static final Action SECOND = () -> Registry.done();

    static void done() {}
}

class Step implements Action {
    Step() {}

    @Override
    public void run() {}
}
