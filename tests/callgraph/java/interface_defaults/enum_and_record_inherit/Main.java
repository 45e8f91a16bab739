package demo;

public class Main {
    public static void main(String[] args) {
        describe(Size.SMALL);
        describe(new Mark(1));
    }

    static void describe(Labelled value) {
        value.label();
    }
}

interface Labelled {
    default void label() {}
}

enum Size implements Labelled {
    SMALL
}

record Mark(int number) implements Labelled {
    @Override
    public void label() {}
}
