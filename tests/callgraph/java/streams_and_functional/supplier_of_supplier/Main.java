package demo;

import java.util.function.Supplier;

public class Main {
    public static void main(String[] args) {
        Supplier<Supplier<Lamp>> outer = () -> Main::lamp;
        outer.get().get().glow();
    }

    static Lamp lamp() {
        return new Lamp();
    }
}

class Lamp {
    void glow() {}
}
