package org.codegraft.sample.report;

import java.io.IOException;

/** Writes plain text with a box around it. */
public final class BoxedTextRenderer extends TextRenderer {

    @Override
    protected void begin(Table table, int[] widths, Appendable out) throws IOException {
        super.begin(table, widths, out);
        edge(widths, out);
    }

    @Override
    protected void afterHeadings(Table table, int[] widths, Appendable out) throws IOException {
        edge(widths, out);
    }

    @Override
    protected void end(Table table, int[] widths, Appendable out) throws IOException {
        edge(widths, out);
    }

    @Override
    protected Fence fence() {
        return new Fence("| ", " | ", " |");
    }

    private static void edge(int[] widths, Appendable out) throws IOException {
        out.append('+');
        for (int width : widths) {
            out.append("-".repeat(width + 2)).append('+');
        }
        out.append('\n');
    }
}
