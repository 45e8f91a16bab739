package demo;

import java.util.function.Consumer;

public class Main {
    public static void main(String[] args) {
        Button button = new Button(Main::clicked);
        button.press();
    }

    static void clicked(String name) {}
}

class Button {
    private final Consumer<String> callback;

    Button(Consumer<String> callback) {
        this.callback = callback;
    }

    void press() {
        callback.accept("button");
    }
}
