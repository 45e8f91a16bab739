package demo;

public class Main {
    public static void main(String[] args) {
        Day.first().next().show();
    }
}

enum Day {
    MONDAY,
    TUESDAY;

    static Day first() {
        return MONDAY;
    }

    Day next() {
        return TUESDAY;
    }

    void show() {}
}
