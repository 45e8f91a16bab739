package demo;

import static demo.setup.Defaults.PRINTER;

public class Main {
    public static void main(String[] args) {
        PRINTER.print();
    }
}
