package org.codegraft.sample.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Fixes the order in which the parts of a table are written and leaves the parts to subclasses. */
public abstract class AbstractRenderer implements Renderer {

    @Override
    public final void render(Table table, Appendable out) throws IOException {
        int[] widths = table.widths();
        begin(table, widths, out);
        List<String> titles = new ArrayList<>();
        table.headings().forEach(heading -> titles.add(heading.title()));
        line(table, titles, widths, out);
        afterHeadings(table, widths, out);
        for (List<String> row : table.rows()) {
            line(table, row, widths, out);
        }
        end(table, widths, out);
    }

    /** Called first; writes nothing by default. */
    protected void begin(Table table, int[] widths, Appendable out) throws IOException {
    }

    /** Called between the headings and the rows; writes nothing by default. */
    protected void afterHeadings(Table table, int[] widths, Appendable out) throws IOException {
    }

    /** Called last; writes nothing by default. */
    protected void end(Table table, int[] widths, Appendable out) throws IOException {
    }

    /** What stands at the start, between the cells and at the end of a line. */
    protected abstract Fence fence();

    /** The text of a cell as it is written. */
    protected abstract String cell(String text, Column.Align align, int width);

    private void line(Table table, List<String> cells, int[] widths, Appendable out) throws IOException {
        Fence fence = fence();
        StringBuilder line = new StringBuilder(fence.left());
        int column = 0;
        for (Iterator<String> iterator = cells.iterator(); iterator.hasNext(); column++) {
            line.append(cell(iterator.next(), table.headings().get(column).align(), widths[column]));
            if (iterator.hasNext()) {
                line.append(fence.between());
            }
        }
        line.append(fence.right());
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** The marks around the cells of a line. */
    protected record Fence(String left, String between, String right) {
    }
}
