package demo.setup;

public class Printer {
    public void print() {}
}
