package demo;

public class Main {
    public static void main(String[] args) {
        Service service = new Local();
        service.start();
        service.stop();
    }
}

interface Service {
    void start();

    void stop();
}

abstract class Base implements Service {
    @Override
    public void start() {
        connect();
    }

    abstract void connect();
}

class Local extends Base {
    @Override
    void connect() {}

    @Override
    public void stop() {}
}
