package demo;

public class Main {
    public static void main(String[] args) {
        new Price(1);
        new Price("2");
        new Price(new Price(3));
    }
}

class Price {
    Price(int amount) {}

    Price(String text) {}

    Price(Price other) {}
}
