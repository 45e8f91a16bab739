package demo;

public class Main {
    public static void main(String[] args) {
        evaluate(new Num());
        evaluate(new Neg());
    }

    static int evaluate(Expr expr) {
        return expr.value();
    }
}

sealed interface Expr permits Num, Neg {
    int value();
}

final class Num implements Expr {
    @Override
    public int value() {
        return 1;
    }
}

final class Neg implements Expr {
    @Override
    public int value() {
        return -1;
    }
}
