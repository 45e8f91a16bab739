package demo;

public class Main {
    public static void main(String[] args) {
        new NameParser().parse("x").print();
    }
}

abstract class Parser<T> {
    T parse(String text) {
        return convert(text);
    }

    abstract T convert(String text);
}

class NameParser extends Parser<Name> {
    @Override
    Name convert(String text) {
        return new Name(text);
    }
}

class Name {
    Name(String text) {}

    void print() {}
}
