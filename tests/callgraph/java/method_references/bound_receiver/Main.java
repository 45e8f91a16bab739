package demo;

public class Main {
    public static void main(String[] args) {
        Counter counter = new Counter();
        Action action = counter::increase;
        action.run();
    }
}

class Counter {
    void increase() {}
}

interface Action {
    void run();
}
