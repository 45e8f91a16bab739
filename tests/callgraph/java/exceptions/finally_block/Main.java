package demo;

public class Main {
    public static void main(String[] args) {
        try {
            open();
        } finally {
            close();
        }
    }

    static void open() {}

    static void close() {}
}
