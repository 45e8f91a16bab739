package demo;

public class Main {
    public static void main(String[] args) {
        Handler handler = new First();
        handler.handle();
        handler = new Second();
        handler.close();
    }
}

class Handler {
    void handle() {}

    void close() {}
}

class First extends Handler {
    @Override
    void handle() {}
}

class Second extends Handler {
    @Override
    void close() {}
}
