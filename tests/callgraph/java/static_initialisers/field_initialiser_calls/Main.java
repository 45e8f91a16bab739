package demo;

public class Main {
    public static void main(String[] args) {
        int value = Limits.maximum;
    }
}

class Limits {
    static int maximum = compute();

    static int compute() {
        return 7;
    }
}
