package demo;

public class Main {
    public static void main(String[] args) {
        new Service();
    }
}

class Service {
    static {
        Registry.register();
    }
}

class Registry {
    static void register() {}
}
