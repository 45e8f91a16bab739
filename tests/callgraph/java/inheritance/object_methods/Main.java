package demo;

public class Main {
    public static void main(String[] args) {
        Object value = new Money();
        value.toString();
        value.hashCode();
        value.equals(null);
    }
}

class Money {
    @Override
    public String toString() {
        return "money";
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }
}
