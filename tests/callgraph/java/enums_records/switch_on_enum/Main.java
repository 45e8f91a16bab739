package demo;

public class Main {
    public static void main(String[] args) {
        act(Side.LEFT);
        act(Side.RIGHT);
    }

    static void act(Side side) {
        switch (side) {
            case LEFT -> turnLeft();
            case RIGHT -> turnRight();
        }
    }

    static void turnLeft() {}

    static void turnRight() {}
}

enum Side {
    LEFT,
    RIGHT
}
