package demo;

public class Main {
    public static void main(String[] args) {
        Unit.METER.convert(3);
    }
}

interface Rule {
    int apply(int value);
}

enum Unit {
    METER(value -> value * 100);

    private final Rule rule;

    Unit(Rule rule) {
        this.rule = rule;
    }

    int convert(int value) {
        return rule.apply(value);
    }
}
