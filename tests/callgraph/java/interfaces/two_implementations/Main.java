package demo;

public class Main {
    public static void main(String[] args) {
        use(new Disk());
        use(new Memory());
    }

    static void use(Store store) {
        store.save();
    }
}

interface Store {
    void save();
}

class Disk implements Store {
    @Override
    public void save() {}
}

class Memory implements Store {
    @Override
    public void save() {}
}

class Cloud implements Store {
    @Override
    public void save() {}
}
