package demo;

public class Main {
    public static void main(String[] args) {
        Named value = new Person();
        value.label();
    }
}

interface Named {
    default void label() {}
}

class Base {
    public void label() {}
}

class Person extends Base implements Named {}
