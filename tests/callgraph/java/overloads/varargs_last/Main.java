package demo;

public class Main {
    public static void main(String[] args) {
        join("a");
        join("a", "b");
        join();
    }

    static void join(String part) {}

    static void join(String... parts) {}
}
