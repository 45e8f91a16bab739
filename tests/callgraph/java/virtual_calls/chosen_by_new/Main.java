package demo;

public class Main {
    public static void main(String[] args) {
        Animal animal = new Dog();
        animal.speak();
    }
}

class Animal {
    void speak() {}
}

class Dog extends Animal {
    @Override
    void speak() {}
}

class Cat extends Animal {
    @Override
    void speak() {}
}
