package demo;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

public class Main {
    public static void main(String[] args) {
        Map<String, IntUnaryOperator> table = new HashMap<>();
        table.put("double", value -> twice(value));
        table.put("negate", Main::negate);
        table.get("double").applyAsInt(1);
        table.get("negate").applyAsInt(1);
    }

    static int twice(int value) {
        return 2 * value;
    }

    static int negate(int value) {
        return -value;
    }
}
