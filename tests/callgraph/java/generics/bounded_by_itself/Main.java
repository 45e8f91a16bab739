package demo;

public class Main {
    public static void main(String[] args) {
        new CarBuilder().name("car").doors(4);
    }
}

abstract class Builder<S extends Builder<S>> {
    abstract S self();

    S name(String name) {
        return self();
    }
}

class CarBuilder extends Builder<CarBuilder> {
    @Override
    CarBuilder self() {
        return this;
    }

    CarBuilder doors(int count) {
        return this;
    }
}
