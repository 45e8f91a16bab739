package org.codegraft.sample.collection;

import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.NotThreadSafe;

/**
 * A buffer of fixed capacity that drops its oldest element to make room for a new one.
 *
 * @param <E> the type of the elements
 */
@NotThreadSafe
public class RingBuffer<E> implements Iterable<E> {

    private final Object[] slots;
    private int head;
    private int size;
    private int changes;

    public RingBuffer(int capacity) {
        this.slots = new Object[Checks.positive(capacity, "capacity")];
    }

    /**
     * Adds an element at the young end.
     *
     * @return the element that had to go, if any
     */
    public Optional<E> add(E element) {
        Checks.present(element, "element");
        changes++;
        Optional<E> dropped = Optional.empty();
        if (isFull()) {
            dropped = Optional.of(at(0));
            head = (head + 1) % slots.length;
            size--;
        }
        slots[(head + size) % slots.length] = element;
        size++;
        return dropped;
    }

    /** Adds several elements in turn. */
    public void addAll(Iterable<? extends E> elements) {
        for (E element : elements) {
            add(element);
        }
    }

    /** The element at a position, counted from the oldest. */
    public E get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("index " + index + ", size " + size);
        }
        return at(index);
    }

    public E newest() {
        if (isEmpty()) {
            throw new NoSuchElementException("empty buffer");
        }
        return at(size - 1);
    }

    public int size() {
        return size;
    }

    public int capacity() {
        return slots.length;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean isFull() {
        return size == slots.length;
    }

    public void clear() {
        changes++;
        int index = 0;
        do {
            slots[index++] = null;
        } while (index < slots.length);
        head = 0;
        size = 0;
    }

    @Override
    public Iterator<E> iterator() {
        return new Cursor(0, 1);
    }

    /** Goes through the elements from the newest to the oldest. */
    public Iterable<E> newestFirst() {
        return () -> new Cursor(size - 1, -1);
    }

    public Stream<E> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    @SuppressWarnings("unchecked")
    private E at(int index) {
        return (E) slots[(head + index) % slots.length];
    }

    /** An inner class: it reads the buffer that created it. */
    private final class Cursor implements Iterator<E> {

        private final int step;
        private final int expectedChanges = RingBuffer.this.changes;
        private int next;

        Cursor(int start, int step) {
            this.next = start;
            this.step = step;
        }

        @Override
        public boolean hasNext() {
            return next >= 0 && next < size;
        }

        @Override
        public E next() {
            if (expectedChanges != changes) {
                throw new ConcurrentModificationException();
            }
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            E element = at(next);
            next += step;
            return element;
        }
    }
}
