package demo;

public class Main {
    public static void main(String[] args) {
        new Main().start();
    }

    void start() {
        Inner inner = new Inner();
        inner.work();
    }

    void finish() {}

    class Inner {
        Inner() {}

        void work() {
            finish();
            Main.this.finish();
        }
    }
}
