package demo;

public class Main {
    public static void main(String[] args) {
        new Size(3).area();
    }
}

record Size(int width, int height) {
    Size(int side) {
        this(side, same(side));
    }

    static int same(int side) {
        return side;
    }

    int area() {
        return width * height;
    }
}
