package demo;

public class Main {
    public static void main(String[] args) {
        Sorter<String> sorter = new Sorter<>();
        sorter.sort(new String[] {"b"});
        sorter.sort("a");
    }
}

class Sorter<T extends Comparable<T>> {
    void sort(T[] items) {}

    void sort(T item) {}
}
