package demo;

public class Main {
    public static void main(String[] args) {
        Config.load();
    }
}

class Config {
    static {
        prepare();
    }

    static void prepare() {}

    static void load() {}
}
