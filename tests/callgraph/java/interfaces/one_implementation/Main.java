package demo;

public class Main {
    public static void main(String[] args) {
        Store store = new Memory();
        store.save();
    }
}

interface Store {
    void save();
}

class Memory implements Store {
    @Override
    public void save() {}
}
