package demo.other;

public class Helper {
    public static void help() {}
}
