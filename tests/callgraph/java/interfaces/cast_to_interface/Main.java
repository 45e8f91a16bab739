package demo;

public class Main {
    public static void main(String[] args) {
        Object value = new Duck();
        ((Flyer) value).fly();
        if (value instanceof Swimmer swimmer) {
            swimmer.swim();
        }
    }
}

interface Flyer {
    void fly();
}

interface Swimmer {
    void swim();
}

class Duck implements Flyer, Swimmer {
    @Override
    public void fly() {}

    @Override
    public void swim() {}
}

class Plane implements Flyer {
    @Override
    public void fly() {}
}
