package demo;

public class Main {
    public static void main(String[] args) {
        new Name("a").text();
    }
}

record Name(String text) {
    @Override
    public String text() {
        return clean(text);
    }

    static String clean(String text) {
        return text;
    }
}
