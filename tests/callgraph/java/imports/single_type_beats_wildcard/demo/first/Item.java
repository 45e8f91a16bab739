package demo.first;

public class Item {
    public void show() {}
}
