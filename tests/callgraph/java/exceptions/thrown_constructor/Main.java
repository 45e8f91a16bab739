package demo;

public class Main {
    public static void main(String[] args) {
        try {
            fail();
        } catch (Failure failure) {
            recover();
        }
    }

    static void fail() {
        throw new Failure("broken");
    }

    static void recover() {}
}

class Failure extends RuntimeException {
    Failure(String message) {
        super(message);
    }
}
