package demo;

import java.util.Optional;

public class Main {
    public static void main(String[] args) {
        Optional.of(new User()).ifPresent(user -> user.greet());
        Optional<User> none = Optional.empty();
        none.orElseGet(() -> guest());
    }

    static User guest() {
        return new User();
    }
}

class User {
    void greet() {}
}
