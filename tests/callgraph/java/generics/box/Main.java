package demo;

public class Main {
    public static void main(String[] args) {
        Box<Dog> box = new Box<>(new Dog());
        box.get().bark();
    }
}

class Box<T> {
    private final T value;

    Box(T value) {
        this.value = value;
    }

    T get() {
        return value;
    }
}

class Dog {
    void bark() {}
}
