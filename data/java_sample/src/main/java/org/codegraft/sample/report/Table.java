package org.codegraft.sample.report;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.codegraft.sample.common.Checks;

/** Cells of text under headings. */
public final class Table {

    /**
     * The top of a column.
     *
     * @param title what it says
     * @param align how the cells below are aligned
     */
    public record Heading(String title, Column.Align align) {
    }

    private final String caption;
    private final List<Heading> headings;
    private final List<List<String>> rows;

    private Table(Builder builder) {
        this.caption = builder.caption;
        this.headings = List.copyOf(builder.headings);
        this.rows = List.copyOf(builder.rows);
    }

    public static Builder builder(String caption) {
        return new Builder(caption);
    }

    /** Makes a table of records, with a column for each component that is marked as one. */
    public static <R extends Record> Table ofRecords(String caption, Class<R> type, Collection<? extends R> records) {
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Column.class))
                .toList();
        Builder builder = builder(caption);
        for (RecordComponent component : components) {
            Column column = component.getAnnotation(Column.class);
            builder.column(column.value(), column.align());
        }
        for (R row : records) {
            builder.row(components.stream().map(component -> read(component, row)).toArray());
        }
        return builder.build();
    }

    private static Object read(RecordComponent component, Object row) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    public String caption() {
        return caption;
    }

    public List<Heading> headings() {
        return headings;
    }

    public List<List<String>> rows() {
        return rows;
    }

    public String cell(int row, int column) {
        return rows.get(row).get(column);
    }

    /** How many characters each column needs. */
    public int[] widths() {
        int[] widths = new int[headings.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = headings.get(column).title().length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return widths;
    }

    /** Builds a table from the top to the bottom. */
    public static final class Builder {

        private final String caption;
        private final List<Heading> headings = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();

        private Builder(String caption) {
            this.caption = Checks.present(caption, "caption");
        }

        public Builder column(String title) {
            return column(title, Column.Align.LEFT);
        }

        public Builder column(String title, Column.Align align) {
            Checks.require(rows.isEmpty(), "columns", "must come before the rows");
            headings.add(new Heading(title, align));
            return this;
        }

        public Builder row(Object... cells) {
            Checks.require(cells.length == headings.size(), "row", () -> "must have " + headings.size() + " cells");
            rows.add(Arrays.stream(cells).map(cell -> Objects.toString(cell, "")).toList());
            return this;
        }

        public Table build() {
            Checks.notEmpty(headings, "columns");
            return new Table(this);
        }
    }
}
