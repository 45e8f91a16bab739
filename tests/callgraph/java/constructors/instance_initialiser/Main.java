package demo;

public class Main {
    public static void main(String[] args) {
        new Form();
    }
}

class Form {
    private int fields;

    {
        fields = count();
    }

    int count() {
        return 2;
    }
}
