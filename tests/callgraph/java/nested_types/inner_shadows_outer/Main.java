package demo;

public class Main {
    public static void main(String[] args) {
        new Main().new Inner().work();
    }

    void name() {}

    void other() {}

    class Inner {
        void work() {
            name();
            other();
        }

        void name() {}
    }
}
