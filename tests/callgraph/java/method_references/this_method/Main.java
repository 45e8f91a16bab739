package demo;

public class Main {
    void handle() {}

    void start() {
        Bus.send(this::handle);
    }

    public static void main(String[] args) {
        new Main().start();
    }
}

class Bus {
    static void send(Action action) {
        action.run();
    }
}

interface Action {
    void run();
}
