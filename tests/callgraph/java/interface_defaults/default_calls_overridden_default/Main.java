package demo;

public class Main {
    public static void main(String[] args) {
        new Sheet().render();
    }
}

interface View {
    default void render() {
        header();
        body();
    }

    default void header() {}

    default void body() {}
}

class Sheet implements View {
    @Override
    public void body() {
        View.super.body();
    }
}
