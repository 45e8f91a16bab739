package demo;

import demo.first.*;
import demo.second.Item;

public class Main {
    public static void main(String[] args) {
        new Item().show();
    }
}
