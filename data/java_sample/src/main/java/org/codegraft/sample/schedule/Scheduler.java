package org.codegraft.sample.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.codegraft.sample.collection.DependencyGraph;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.NotFoundException;
import org.codegraft.sample.common.NotThreadSafe;
import org.codegraft.sample.event.EventBus;

/**
 * Runs jobs when they are due. Of the jobs that are due at the same time, those that others
 * depend on run first. A job whose prerequisite has failed waits for its next turn.
 */
@NotThreadSafe
public class Scheduler {

    private final ManualClock clock;
    private final EventBus bus;
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final DependencyGraph<String> dependencies = new DependencyGraph<>();

    public Scheduler(ManualClock clock, EventBus bus) {
        this.clock = clock;
        this.bus = bus;
    }

    public Scheduler schedule(AbstractJob job, Recurrence recurrence, String... after) {
        return schedule(job.name(), job, recurrence, after);
    }

    /** Schedules a job under a name, to run after others that are due at the same time. */
    public Scheduler schedule(String name, Job job, Recurrence recurrence, String... after) {
        Checks.require(!tasks.containsKey(name), "job", () -> name + " is scheduled already");
        for (String other : after) {
            Checks.require(tasks.containsKey(other), "job", () -> other + " is not scheduled");
        }
        dependencies.addDependency(name, after);
        tasks.put(name, new Task(name, job, recurrence));
        return this;
    }

    public boolean cancel(String name) throws NotFoundException {
        Task task = task(name);
        if (task.state != JobState.WAITING) {
            return false;
        }
        task.enter(JobState.CANCELLED);
        return true;
    }

    public JobState state(String name) throws NotFoundException {
        return task(name).state;
    }

    /** When the next job is due. */
    public Optional<Instant> nextDue() {
        return queue().stream().map(task -> task.due).findFirst();
    }

    public int runFor(Duration duration) {
        return runUntil(clock.instant().plus(duration));
    }

    /**
     * Moves the clock to a time and runs everything that is due on the way.
     *
     * @return the number of runs
     */
    public int runUntil(Instant end) {
        int runs = 0;
        PriorityQueue<Task> queue = queue();
        while (!queue.isEmpty() && !queue.peek().due.isAfter(end)) {
            Instant due = queue.peek().due;
            clock.advanceTo(due);
            List<Task> batch = new ArrayList<>();
            do {
                batch.add(queue.poll());
            } while (!queue.isEmpty() && queue.peek().due.equals(due));
            runs += runBatch(inOrder(batch), due);
            batch.stream().filter(task -> task.state == JobState.WAITING).forEach(queue::add);
        }
        clock.advanceTo(end);
        return runs;
    }

    private int runBatch(List<Task> batch, Instant due) {
        int runs = 0;
        List<String> failed = new ArrayList<>();
        next:
        for (Task task : batch) {
            for (String prerequisite : dependencies.prerequisitesOf(task.name)) {
                if (failed.contains(prerequisite)) {
                    failed.add(task.name);
                    task.plan(due);
                    continue next;
                }
            }
            if (!task.run(due)) {
                failed.add(task.name);
            }
            runs++;
        }
        return runs;
    }

    private List<Task> inOrder(List<Task> batch) {
        Map<String, Task> byName = batch.stream().collect(Collectors.toMap(task -> task.name, task -> task));
        return dependencies.order().stream().filter(byName::containsKey).map(byName::get).toList();
    }

    private PriorityQueue<Task> queue() {
        PriorityQueue<Task> queue = new PriorityQueue<>();
        for (Task task : tasks.values()) {
            if (task.state == JobState.WAITING) {
                queue.add(task);
            }
        }
        return queue;
    }

    private Task task(String name) throws NotFoundException {
        return Optional.ofNullable(tasks.get(name)).orElseThrow(() -> new NotFoundException("job", name));
    }

    /** A job in the hands of the scheduler. */
    private final class Task implements Comparable<Task> {

        private final String name;
        private final Job job;
        private final Recurrence recurrence;
        private JobState state = JobState.WAITING;
        private Instant due;

        Task(String name, Job job, Recurrence recurrence) {
            this.name = Checks.notBlank(name, "name");
            this.job = Checks.present(job, "job");
            this.recurrence = Checks.present(recurrence, "recurrence");
            plan(clock.instant());
        }

        boolean run(Instant at) {
            enter(JobState.RUNNING);
            int attempts = 0;
            while (true) {
                try {
                    attempts++;
                    job.run(at);
                    break;
                } catch (JobFailedException e) {
                    if (e.isRetryable() && attempts <= job.retries()) {
                        continue;
                    }
                    enter(JobState.FAILED);
                    bus.publish(new JobEvent(at, name, state, e.getMessage()));
                    plan(at);
                    return false;
                }
            }
            plan(at);
            bus.publish(new JobEvent(at, name, state));
            return true;
        }

        void plan(Instant after) {
            Optional<Instant> next = recurrence.nextAfter(after);
            if (next.isPresent()) {
                due = next.get();
                enter(JobState.WAITING);
            } else if (state != JobState.FAILED) {
                enter(JobState.DONE);
            }
        }

        void enter(JobState next) {
            state = next == state ? state : state.to(next);
        }

        @Override
        public int compareTo(Task other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : name.compareTo(other.name);
        }
    }
}
