package demo;

public class Main {
    public static void main(String[] args) {
        int value = Limits.MAXIMUM;
        String name = Limits.NAME;
    }
}

class Limits {
    static final int MAXIMUM = 10;
    static final String NAME = "limits";
    static boolean ready;

    static {
        ready = true;
    }
}
