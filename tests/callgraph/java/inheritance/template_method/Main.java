package demo;

public class Main {
    public static void main(String[] args) {
        new Mail().send();
        new Letter().send();
    }
}

abstract class Message {
    final void send() {
        prepare();
        deliver();
    }

    void prepare() {}

    abstract void deliver();
}

class Mail extends Message {
    @Override
    void deliver() {}
}

class Letter extends Message {
    @Override
    void prepare() {}

    @Override
    void deliver() {}
}
