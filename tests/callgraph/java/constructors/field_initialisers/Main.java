package demo;

public class Main {
    public static void main(String[] args) {
        new Engine("v8");
        new Engine(6);
    }
}

class Engine {
    private final Part part = new Part();
    private final int power = measure();

    Engine(String name) {}

    Engine(int cylinders) {
        this("v" + cylinders);
    }

    static int measure() {
        return 100;
    }
}

class Part {
    Part() {}
}
