package demo;

public class Main {
    public static void main(String[] args) {
        new Leaf();
    }
}

class Root {
    Root() {}
}

class Middle extends Root {}

class Leaf extends Middle {}
