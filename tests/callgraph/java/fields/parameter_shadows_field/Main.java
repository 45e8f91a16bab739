package demo;

public class Main {
    private final Tool tool = new Hammer();

    public static void main(String[] args) {
        new Main().work(new Saw());
    }

    void work(Tool tool) {
        tool.use();
        this.tool.clean();
    }
}

class Tool {
    void use() {}

    void clean() {}
}

class Hammer extends Tool {
    @Override
    void clean() {}
}

class Saw extends Tool {
    @Override
    void use() {}
}
