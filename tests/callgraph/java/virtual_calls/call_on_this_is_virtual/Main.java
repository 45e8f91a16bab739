package demo;

public class Main {
    public static void main(String[] args) {
        new Tea().prepare();
    }
}

class Drink {
    void prepare() {
        boil();
        brew();
    }

    void boil() {}

    void brew() {}
}

class Tea extends Drink {
    @Override
    void brew() {}
}
