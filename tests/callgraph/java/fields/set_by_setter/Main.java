package demo;

public class Main {
    public static void main(String[] args) {
        Window window = new Window();
        window.setTheme(new Dark());
        window.paint();
    }
}

class Window {
    private Theme theme;

    void setTheme(Theme theme) {
        this.theme = theme;
    }

    void paint() {
        theme.apply();
    }
}

interface Theme {
    void apply();
}

class Dark implements Theme {
    @Override
    public void apply() {}
}

class Light implements Theme {
    @Override
    public void apply() {}
}
