package demo;

public class Main {
    public static void main(String[] args) {
        try {
            throw Failure.of(3);
        } catch (Failure failure) {
            failure.code();
        }
    }
}

class Failure extends RuntimeException {
    private final int code;

    private Failure(int code) {
        this.code = code;
    }

    static Failure of(int code) {
        return new Failure(code);
    }

    int code() {
        return code;
    }
}
