import com.sun.jdi.Bootstrap;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.EventRequest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints what the cases declare and which calls happen when they run, in one virtual machine for all of them.
 *
 * <p>Arguments: a folder for classes, then the folders of cases. Each line of the output is
 * {@code case<TAB>kind<TAB>key[<TAB>key]}, with the kinds written, sites, external (of the text, see {@link Sources})
 * and calls (observed).
 */
public final class Tracer {
    private final Map<String, Case> cases = new LinkedHashMap<>();
    private Case current;

    private Tracer() {}

    public static void main(String[] arguments) throws Exception {
        var tracer = new Tracer();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            Path output = Path.of(arguments[0], String.valueOf(tracer.cases.size()));
            tracer.cases.put(output.toString(), new Case(folder, output));
        }
        tracer.run();
        tracer.cases.values().forEach(Case::print);
    }

    private void run() throws Exception {
        VirtualMachine machine = launch();
        while (true) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof VMDisconnectEvent) {
                    machine.process().getErrorStream().transferTo(System.err);
                    if (machine.process().waitFor() != 0) {
                        throw new IllegalStateException("a case failed, see above");
                    }
                    return;
                }
                if (event instanceof MethodEntryEvent entry) {
                    entered(entry);
                }
            }
            events.resume();
        }
    }

    private VirtualMachine launch() throws Exception {
        var connector = Bootstrap.virtualMachineManager().defaultConnector();
        var arguments = connector.defaultArguments();
        String folders = cases.keySet().stream().map(Tracer::quoted).collect(Collectors.joining(" "));
        arguments.get("main").setValue("Launcher " + folders);
        arguments.get("options").setValue("-cp " + quoted(System.getProperty("java.class.path")));
        VirtualMachine machine = connector.launch(arguments);
        var request = machine.eventRequestManager().createMethodEntryRequest();
        for (String prefix : List.of("java.*", "javax.*", "jdk.*", "sun.*", "com.sun.*")) {
            request.addClassExclusionFilter(prefix);
        }
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        return machine;
    }

    private static String quoted(String path) {
        return '"' + path + '"';
    }

    private void entered(MethodEntryEvent event) throws Exception {
        List<StackFrame> frames = event.thread().frames();
        if (!event.method().declaringType().name().equals("Launcher")) {
            current.observe(frames);
        } else if (event.method().name().equals("begin")) {
            current = cases.get(((StringReference) frames.get(0).getArgumentValues().get(0)).value());
        }
    }
}
