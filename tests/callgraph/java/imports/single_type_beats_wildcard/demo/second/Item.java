package demo.second;

public class Item {
    public void show() {}
}
