import com.sun.jdi.Method;
import com.sun.jdi.StackFrame;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case: what its text declares, the keys of its methods while they run, and the calls that were observed. */
final class Case {
    private final String folder;
    private final Sources sources;
    private final URLClassLoader loader;
    private final Set<List<String>> calls = new HashSet<>();

    /** Compiles the Java files of a folder; the classes go to {@code output}. */
    Case(String folder, Path output) throws IOException {
        this.folder = folder;
        sources = new Sources(Path.of(folder), Files.createDirectories(output));
        loader = new URLClassLoader(new URL[] {output.toUri().toURL()});
    }

    /** Adds the call that has just put the first frame on the stack; its caller is the next method of the case. */
    void observe(List<StackFrame> frames) {
        String callee = key(frames.get(0).location().method());
        if (callee == null) {
            return;
        }
        for (StackFrame frame : frames.subList(1, frames.size())) {
            String caller = key(frame.location().method());
            if (caller != null) {
                calls.add(List.of(caller, callee));
                return;
            }
        }
    }

    void print() {
        sources.written.forEach(key -> System.out.println(folder + "\twritten\t" + key));
        printPairs("sites", sources.sites);
        printPairs("external", sources.external);
        printPairs("calls", calls);
    }

    private void printPairs(String kind, Set<List<String>> pairs) {
        pairs.forEach(pair -> System.out.println(folder + "\t" + kind + "\t" + String.join("\t", pair)));
    }

    /** Null for methods outside of the case and for what the compiler made, except constructors and initialisers. */
    private String key(Method method) {
        String owner = method.declaringType().name();
        if (!sources.classes.contains(owner)) {
            return null;
        }
        if (isLambda(method)) {
            return owner + ":<lambda" + lambdaNumber(method) + ">";
        }
        if (method.isStaticInitializer()) {
            return owner + ":<clinit>()";
        }
        if (method.isConstructor()) {
            String key = owner + ":<init>(" + writtenParameters(constructor(method)) + ")";
            return sources.written.contains(key) ? key : owner + ":<init>()";
        }
        String key = owner + ":" + method.name() + "(" + String.join(",", method.argumentTypeNames()) + ")";
        return !method.isBridge() && sources.written.contains(key) ? key : null;
    }

    private static boolean isLambda(Method method) {
        return method.name().startsWith("lambda$");
    }

    /** The compiler numbers nested lambdas from the inside, so the numbers in their names do not give the order. */
    private static int lambdaNumber(Method lambda) {
        List<Integer> lines = lambda.declaringType().methods().stream()
                .filter(Case::isLambda)
                .map(method -> method.location().lineNumber())
                .sorted()
                .collect(Collectors.toList());
        if (new HashSet<>(lines).size() < lines.size()) {
            throw new IllegalStateException(lambda.declaringType() + ": two lambdas begin on one line; move one");
        }
        return lines.indexOf(lambda.location().lineNumber()) + 1;
    }

    private Constructor<?> constructor(Method method) {
        try {
            Class<?> type = Class.forName(method.declaringType().name(), false, loader);
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (names(Stream.of(constructor.getParameterTypes())).equals(method.argumentTypeNames())) {
                    return constructor;
                }
            }
            throw new IllegalStateException("no such constructor: " + method);
        } catch (ClassNotFoundException error) {
            throw new IllegalStateException(error);
        }
    }

    /** Without the outer instance, captured variables, and the name and ordinal of enum constants. */
    private static String writtenParameters(Constructor<?> constructor) {
        return String.join(",", names(Stream.of(constructor.getParameters())
                .filter(parameter -> !parameter.isSynthetic() && !parameter.isImplicit())
                .map(Parameter::getType)));
    }

    private static List<String> names(Stream<Class<?>> types) {
        return types.map(Class::getTypeName).collect(Collectors.toList());
    }
}
