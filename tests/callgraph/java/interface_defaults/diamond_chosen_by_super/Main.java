package demo;

public class Main {
    public static void main(String[] args) {
        new Both().move();
    }
}

interface Walker {
    default void move() {}
}

interface Swimmer {
    default void move() {}
}

class Both implements Walker, Swimmer {
    @Override
    public void move() {
        Walker.super.move();
        Swimmer.super.move();
    }
}
