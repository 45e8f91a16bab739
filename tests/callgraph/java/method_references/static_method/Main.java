package demo;

public class Main {
    public static void main(String[] args) {
        Operation operation = Main::increase;
        operation.apply(1);
    }

    static int increase(int value) {
        return value + 1;
    }
}

interface Operation {
    int apply(int value);
}
