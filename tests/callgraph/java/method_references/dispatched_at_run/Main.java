package demo;

public class Main {
    public static void main(String[] args) {
        Animal animal = new Dog();
        Action action = animal::speak;
        action.run();
    }
}

class Animal {
    void speak() {}
}

class Dog extends Animal {
    @Override
    void speak() {}
}

interface Action {
    void run();
}
