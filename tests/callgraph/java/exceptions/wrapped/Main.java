package demo;

public class Main {
    public static void main(String[] args) {
        try {
            outer();
        } catch (Wrapper wrapper) {
            wrapper.inner().show();
        }
    }

    static void outer() throws Wrapper {
        try {
            throw new Inner();
        } catch (Inner inner) {
            throw new Wrapper(inner);
        }
    }
}

class Inner extends Exception {
    void show() {}
}

class Wrapper extends Exception {
    private final Inner inner;

    Wrapper(Inner inner) {
        super(inner);
        this.inner = inner;
    }

    Inner inner() {
        return inner;
    }
}
