package demo;

public class Main {
    public static void main(String[] args) {
        attempt(true);
        attempt(false);
    }

    static void attempt(boolean first) {
        try {
            choose(first);
        } catch (FirstError | SecondError error) {
            report();
        }
    }

    static void choose(boolean first) throws FirstError, SecondError {
        if (first) {
            throw new FirstError();
        }
        throw new SecondError();
    }

    static void report() {}
}

class FirstError extends Exception {
    FirstError() {}
}

class SecondError extends Exception {
    SecondError() {}
}
