package demo;

public class Main {
    public static void main(String[] args) {
        Context context = new Context(new Quick());
        context.execute();
        context.use(new Careful());
        context.execute();
    }
}

interface Strategy {
    void solve();
}

class Context {
    private Strategy strategy;

    Context(Strategy strategy) {
        use(strategy);
    }

    final void use(Strategy strategy) {
        this.strategy = strategy;
    }

    void execute() {
        strategy.solve();
    }
}

class Quick implements Strategy {
    @Override
    public void solve() {}
}

class Careful implements Strategy {
    @Override
    public void solve() {}
}

class Unused implements Strategy {
    @Override
    public void solve() {}
}
