package demo.deep.inside;

public class Box {
    public void open() {}

    public static void count() {}
}
