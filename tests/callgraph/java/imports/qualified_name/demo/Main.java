package demo;

public class Main {
    public static void main(String[] args) {
        demo.deep.inside.Box box = new demo.deep.inside.Box();
        box.open();
        demo.deep.inside.Box.count();
    }
}
