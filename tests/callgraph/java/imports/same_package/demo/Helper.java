package demo;

class Helper {
    static void help() {}
}
