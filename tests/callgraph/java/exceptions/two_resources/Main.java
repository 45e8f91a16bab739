package demo;

public class Main {
    public static void main(String[] args) {
        try (Source source = new Source();
                Target target = open()) {
            target.write(source.read());
        }
    }

    static Target open() {
        return new Target();
    }
}

class Source implements AutoCloseable {
    int read() {
        return 1;
    }

    @Override
    public void close() {}
}

class Target implements AutoCloseable {
    void write(int value) {}

    @Override
    public void close() {}
}
