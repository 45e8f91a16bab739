package demo;

import demo.tools.Hammer;

public class Main {
    public static void main(String[] args) {
        new Hammer().hit();
    }
}
