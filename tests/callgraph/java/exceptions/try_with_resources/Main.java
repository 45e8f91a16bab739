package demo;

public class Main {
    public static void main(String[] args) {
        try (Resource resource = new Resource()) {
            resource.read();
        }
    }
}

class Resource implements AutoCloseable {
    Resource() {}

    void read() {}

    @Override
    public void close() {}
}
