package demo.setup;

public class Defaults {
    public static final Printer PRINTER = new Printer();
}
