import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles one case, and knows what its text declares: classes, nodes that are written, and calls. */
final class Sources {
    /** Binary names of all classes of the case. */
    final Set<String> classes = new HashSet<>();
    /** Keys of the methods, constructors, static blocks and lambdas that are written with a body. */
    final Set<String> written = new HashSet<>();
    /** Caller's key and callee's name of each call to a method of the case, where no lambda may run instead. */
    final Set<List<String>> sites = new HashSet<>();
    /** Caller's and callee's key of each call to the JDK. */
    final Set<List<String>> external = new HashSet<>();

    private final Map<String, Integer> lambdas = new HashMap<>();
    private final Map<Tree, String> keys = new IdentityHashMap<>();
    private final Trees trees;
    private final Elements elements;
    private final JavacTask task;

    /** Compiles all Java files under a folder into {@code output}; a compile error is an IllegalStateException. */
    Sources(Path folder, Path output) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var manager = compiler.getStandardFileManager(null, null, null);
        var options = List.of("-g", "-parameters", "-d", output.toString());
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        var files = manager.getJavaFileObjectsFromPaths(javaFiles(folder));
        task = (JavacTask) compiler.getTask(null, manager, diagnostics, options, null, files);
        trees = Trees.instance(task);
        elements = task.getElements();
        List<CompilationUnitTree> units = new ArrayList<>();
        task.parse().forEach(units::add);
        task.analyze();
        for (var diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                throw new IllegalStateException(diagnostic.toString());
            }
        }
        units.forEach(unit -> new Declared().scan(unit, null));
        units.forEach(unit -> new Called().scan(unit, null));
        task.generate();
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(".java")).sorted().collect(Collectors.toList());
        }
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    private String typeName(TypeMirror type) {
        TypeMirror erased = task.getTypes().erasure(type);
        if (erased instanceof ArrayType array) {
            return typeName(array.getComponentType()) + "[]";
        }
        if (erased instanceof DeclaredType declared) {
            return binaryName((TypeElement) declared.asElement());
        }
        return erased.toString();
    }

    private String key(ExecutableElement method) {
        String owner = binaryName((TypeElement) method.getEnclosingElement());
        var parameters = method.getParameters().stream().map(parameter -> typeName(parameter.asType()));
        return owner + ":" + method.getSimpleName() + "(" + parameters.collect(Collectors.joining(",")) + ")";
    }

    /** Names what is declared. */
    private final class Declared extends TreePathScanner<Void, Void> {
        private String owner() {
            TreePath path = getCurrentPath();
            while (!(path.getLeaf() instanceof ClassTree)) {
                path = path.getParentPath();
            }
            return binaryName((TypeElement) trees.getElement(path));
        }

        private void name(Tree tree, String key) {
            keys.put(tree, key);
            written.add(key);
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            classes.add(owner());
            return super.visitClass(tree, nothing);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            var method = (ExecutableElement) trees.getElement(getCurrentPath());
            if (elements.getOrigin(method) == Elements.Origin.EXPLICIT && tree.getBody() != null) {
                name(tree, key(method));
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public Void visitBlock(BlockTree tree, Void nothing) {
            if (tree.isStatic()) {
                name(tree, owner() + ":<clinit>()");
            }
            return super.visitBlock(tree, nothing);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void nothing) {
            Element variable = trees.getElement(getCurrentPath());
            if (variable.getKind().isField() && variable.getModifiers().contains(Modifier.STATIC)) {
                keys.put(tree, owner() + ":<clinit>()");
            }
            return super.visitVariable(tree, nothing);
        }

        @Override
        public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
            name(tree, owner() + ":<lambda" + lambdas.merge(owner(), 1, Integer::sum) + ">");
            return super.visitLambdaExpression(tree, nothing);
        }
    }

    /** Collects the calls that are written, outside of instance initialisers, which belong to no single caller. */
    private final class Called extends TreePathScanner<Void, Void> {
        private void call(ExecutableElement callee) {
            TreePath path = getCurrentPath();
            while (!keys.containsKey(path.getLeaf())) {
                path = path.getParentPath();
                if (path == null || path.getLeaf() instanceof ClassTree) {
                    return;
                }
            }
            String caller = keys.get(path.getLeaf());
            var owner = (TypeElement) callee.getEnclosingElement();
            if (!classes.contains(binaryName(owner))) {
                external.add(List.of(caller, key(callee)));
            } else if (isDispatched(callee) || written.contains(key(callee))) {
                sites.add(List.of(caller, callee.getSimpleName().toString()));
            }
        }

        /** Whether an overriding method of the same name runs; of a functional interface, a lambda may run instead. */
        private boolean isDispatched(ExecutableElement method) {
            var owner = (TypeElement) method.getEnclosingElement();
            return method.getModifiers().contains(Modifier.ABSTRACT) && !elements.isFunctionalInterface(owner);
        }

        private void call(ExpressionTree tree) {
            if (trees.getElement(getCurrentPath()) instanceof ExecutableElement callee) {
                call(callee);
            }
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            boolean isImplicitSuper = trees.getSourcePositions().getEndPosition(unit, tree) < 0;
            if (!isImplicitSuper) {
                call(tree);
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void nothing) {
            if (tree.getClassBody() == null) {
                call(tree);
            }
            return super.visitNewClass(tree, nothing);
        }
    }
}
