package demo;

public class Main {
    public static void main(String[] args) {
        Handler<String> handler = new TextHandler();
        handler.handle("text");
    }
}

interface Handler<T> {
    void handle(T value);
}

class TextHandler implements Handler<String> {
    @Override
    public void handle(String value) {}
}

class NumberHandler implements Handler<Integer> {
    @Override
    public void handle(Integer value) {}
}
