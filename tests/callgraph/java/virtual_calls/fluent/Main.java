package demo;

public class Main {
    public static void main(String[] args) {
        new Query().where().order().run();
    }
}

class Query {
    Query where() {
        return this;
    }

    Query order() {
        return new Sorted();
    }

    void run() {}
}

class Sorted extends Query {
    @Override
    Query where() {
        return this;
    }

    @Override
    void run() {}
}
