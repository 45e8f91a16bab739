package demo;

public class Main {
    public static void main(String[] args) {
        Single.get().use();
    }
}

class Single {
    private Single() {}

    static Single get() {
        return Holder.INSTANCE;
    }

    void use() {}

    private static class Holder {
        static final Single INSTANCE = new Single();
    }
}
