package demo;

public class Main {
    public static void main(String[] args) {
        Mapper<Cat, Toy> mapper = cat -> cat.toy();
        mapper.map(new Cat()).squeak();
    }
}

interface Mapper<A, B> {
    B map(A value);
}

class Cat {
    Toy toy() {
        return new Toy();
    }
}

class Toy {
    void squeak() {}
}
