package demo.shapes;

public class Circle {
    public void draw() {}
}
