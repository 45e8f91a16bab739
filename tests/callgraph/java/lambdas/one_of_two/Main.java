package demo;

public class Main {
    public static void main(String[] args) {
        pick(1).perform();
        pick(-1).perform();
    }

    static Action pick(int sign) {
        return sign > 0
                ? () -> up()
                : () -> down();
    }

    static void up() {}

    static void down() {}
}

interface Action {
    void perform();
}
