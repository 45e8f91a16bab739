package demo;

public class Main {
    public static void main(String[] args) {
        Switch.position = 2;
    }
}

class Switch {
    static int position;

    static {
        reset();
    }

    static void reset() {
        position = 1;
    }
}
