package demo;

public class Main {
    public static void main(String[] args) {
        Extractor extractor = Person::age;
        extractor.extract(new Person());
    }
}

class Person {
    int age() {
        return 30;
    }
}

interface Extractor {
    int extract(Person person);
}
