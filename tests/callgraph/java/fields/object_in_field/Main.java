package demo;

public class Main {
    public static void main(String[] args) {
        Car car = new Car(new Diesel());
        car.drive();
    }
}

class Car {
    private final Engine engine;

    Car(Engine engine) {
        this.engine = engine;
    }

    void drive() {
        engine.start();
    }
}

class Engine {
    void start() {}
}

class Diesel extends Engine {
    @Override
    void start() {}
}

class Electric extends Engine {
    @Override
    void start() {}
}
