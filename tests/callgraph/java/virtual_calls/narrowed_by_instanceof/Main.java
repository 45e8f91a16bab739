package demo;

public class Main {
    public static void main(String[] args) {
        handle(new Key());
        handle(new Click());
    }

    static void handle(Event event) {
        if (event instanceof Key) {
            ((Key) event).press();
        } else if (event instanceof Click click) {
            click.position();
        }
    }
}

class Event {}

class Key extends Event {
    void press() {}
}

class Click extends Event {
    void position() {}
}
