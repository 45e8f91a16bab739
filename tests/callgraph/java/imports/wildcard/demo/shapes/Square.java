package demo.shapes;

public class Square {
    public static void create() {}
}
