package demo;

public class Main {
    public static void main(String[] args) {
        Plugin[] plugins = {new Search(), new Print()};
        for (Plugin plugin : plugins) {
            plugin.load();
        }
    }
}

abstract class Plugin {
    abstract void load();
}

class Search extends Plugin {
    @Override
    void load() {}
}

class Print extends Plugin {
    @Override
    void load() {}
}

class Share extends Plugin {
    @Override
    void load() {}
}
