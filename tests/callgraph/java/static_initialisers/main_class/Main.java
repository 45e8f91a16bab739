package demo;

public class Main {
    static final int SIZE = size();

    static {
        prepare();
    }

    static int size() {
        return 3;
    }

    static void prepare() {}

    public static void main(String[] args) {
        finish();
    }

    static void finish() {}
}
