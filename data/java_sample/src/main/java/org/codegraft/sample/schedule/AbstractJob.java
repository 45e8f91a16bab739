package org.codegraft.sample.schedule;

import java.time.Instant;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.StockroomException;

/** A job with a name that counts its runs and turns any failure into one kind of exception. */
public abstract class AbstractJob implements Job {

    private final String name;
    private int runs;
    private Instant lastRun;

    protected AbstractJob(String name) {
        this.name = Checks.notBlank(name, "name");
    }

    @Override
    public final void run(Instant dueAt) throws JobFailedException {
        try {
            execute(dueAt);
        } catch (JobFailedException e) {
            throw e;
        } catch (StockroomException | RuntimeException e) {
            throw new JobFailedException(name + ": " + e.getMessage(), e);
        } finally {
            runs++;
            lastRun = dueAt;
        }
    }

    protected abstract void execute(Instant dueAt) throws StockroomException;

    public String name() {
        return name;
    }

    public int runs() {
        return runs;
    }

    public Instant lastRun() {
        return lastRun;
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + name + ", runs=" + runs + "]";
    }
}
