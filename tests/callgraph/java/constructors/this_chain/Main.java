package demo;

public class Main {
    public static void main(String[] args) {
        new Box();
    }
}

class Box {
    Box() {
        this(1);
    }

    Box(int size) {
        this(size, size);
    }

    Box(int width, int height) {}
}
