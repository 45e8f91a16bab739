package org.codegraft.sample.report;

import java.io.IOException;

/** Writes plain text with aligned columns. */
public class TextRenderer extends AbstractRenderer {

    @Override
    protected void begin(Table table, int[] widths, Appendable out) throws IOException {
        if (!table.caption().isEmpty()) {
            out.append(table.caption()).append('\n');
        }
    }

    @Override
    protected void afterHeadings(Table table, int[] widths, Appendable out) throws IOException {
        out.append(rule(widths, fence(), '-')).append('\n');
    }

    @Override
    protected Fence fence() {
        return new Fence("", "  ", "");
    }

    @Override
    protected String cell(String text, Column.Align align, int width) {
        return align.pad(text, width);
    }

    /** A line of one character that is as long as a row. */
    protected static String rule(int[] widths, Fence fence, char mark) {
        int length = fence.left().length() + fence.right().length();
        length += fence.between().length() * (widths.length - 1);
        for (int width : widths) {
            length += width;
        }
        return String.valueOf(mark).repeat(length);
    }
}
