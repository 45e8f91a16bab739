package demo;

public class Main {
    public static void main(String[] args) {
        accept(null);
        accept((Object) "text");
    }

    static void accept(Object value) {}

    static void accept(String value) {}
}
