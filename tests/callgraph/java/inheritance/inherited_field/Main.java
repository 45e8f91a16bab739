package demo;

public class Main {
    public static void main(String[] args) {
        new Child().use();
    }
}

class Tool {
    void work() {}
}

class Parent {
    protected Tool tool = new Tool();
}

class Child extends Parent {
    void use() {
        tool.work();
        super.tool.work();
    }
}
