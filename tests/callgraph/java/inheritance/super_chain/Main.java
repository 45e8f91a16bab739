package demo;

public class Main {
    public static void main(String[] args) {
        new Third().close();
    }
}

class First {
    void close() {}
}

class Second extends First {
    @Override
    void close() {
        super.close();
    }
}

class Third extends Second {
    @Override
    void close() {
        super.close();
    }
}
