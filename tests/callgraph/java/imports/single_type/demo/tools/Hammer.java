package demo.tools;

public class Hammer {
    public void hit() {}
}
