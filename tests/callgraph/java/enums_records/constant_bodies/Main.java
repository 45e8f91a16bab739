package demo;

public class Main {
    public static void main(String[] args) {
        Operator.PLUS.apply(1, 2);
        Operator.MINUS.apply(1, 2);
    }
}

enum Operator {
    PLUS {
        @Override
        int apply(int left, int right) {
            return left + right;
        }
    },
    MINUS {
        @Override
        int apply(int left, int right) {
            return left - right;
        }
    };

    abstract int apply(int left, int right);
}
