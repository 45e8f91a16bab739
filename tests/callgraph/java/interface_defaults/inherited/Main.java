package demo;

public class Main {
    public static void main(String[] args) {
        new Report().print();
    }
}

interface Printable {
    default void print() {
        format();
    }

    void format();
}

class Report implements Printable {
    @Override
    public void format() {}
}
