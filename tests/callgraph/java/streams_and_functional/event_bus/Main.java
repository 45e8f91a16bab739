package demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

public class Main {
    public static void main(String[] args) {
        Bus bus = new Bus();
        bus.on("open", Main::opened);
        bus.on("open", text -> logged(text));
        bus.emit("open");
    }

    static void opened(String text) {}

    static void logged(String text) {}
}

class Bus {
    private final Map<String, List<Consumer<String>>> handlers = new HashMap<>();

    void on(String event, Consumer<String> handler) {
        handlers.computeIfAbsent(event, key -> new ArrayList<>()).add(handler);
    }

    void emit(String event) {
        for (Consumer<String> handler : handlers.get(event)) {
            handler.accept(event);
        }
    }
}
