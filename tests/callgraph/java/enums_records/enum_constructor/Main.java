package demo;

public class Main {
    public static void main(String[] args) {
        int mass = Planet.EARTH.mass;
    }
}

enum Planet {
    EARTH(6),
    MARS(1);

    final int mass;

    Planet(int mass) {
        this.mass = mass;
    }
}
