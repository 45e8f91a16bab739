package org.codegraft.sample.report;

import java.io.IOException;

/** Writes tables as they are written in Markdown. */
public final class MarkdownRenderer extends AbstractRenderer {

    private static final int SHORTEST_RULE = 3;

    @Override
    protected void begin(Table table, int[] widths, Appendable out) throws IOException {
        if (!table.caption().isEmpty()) {
            out.append("### ").append(table.caption()).append("\n\n");
        }
    }

    @Override
    protected void afterHeadings(Table table, int[] widths, Appendable out) throws IOException {
        out.append('|');
        for (int i = 0; i < widths.length; i++) {
            boolean right = table.headings().get(i).align() == Column.Align.RIGHT;
            String dashes = "-".repeat(Math.max(widths[i], SHORTEST_RULE) - (right ? 1 : 0));
            out.append(' ').append(dashes).append(right ? ": |" : " |");
        }
        out.append('\n');
    }

    @Override
    protected Fence fence() {
        return new Fence("| ", " | ", " |");
    }

    @Override
    protected String cell(String text, Column.Align align, int width) {
        return align.pad(text, Math.max(width, SHORTEST_RULE)).replace("|", "\\|");
    }
}
