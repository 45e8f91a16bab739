package demo;

public class Main {
    public static void main(String[] args) {
        feed(new Dog());
        feed(new Cat());
        Animal animal = new Dog();
        pet(animal);
    }

    static void feed(Animal animal) {}

    static void feed(Dog dog) {}

    static void pet(Animal animal) {}

    static void pet(Dog dog) {}
}

class Animal {}

class Dog extends Animal {}

class Cat extends Animal {}
