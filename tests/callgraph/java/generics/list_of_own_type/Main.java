package demo;

import java.util.ArrayList;
import java.util.List;

public class Main {
    public static void main(String[] args) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step());
        steps.get(0).take();
        for (Step step : steps) {
            step.finish();
        }
    }
}

class Step {
    void take() {}

    void finish() {}
}
