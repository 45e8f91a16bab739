package demo;

public class Main {
    public static void main(String[] args) {
        Color.RED.paint();
        Color color = Color.BLUE;
        color.paint();
    }
}

enum Color {
    RED,
    BLUE;

    void paint() {}
}
