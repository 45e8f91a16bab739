package demo;

public class Main {
    public static void main(String[] args) {
        Closer closer = new Door();
        closer.close();
    }
}

interface Closer {
    void close();
}

class Base {
    public void close() {}
}

class Door extends Base implements Closer {}
