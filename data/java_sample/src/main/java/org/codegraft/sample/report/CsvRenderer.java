package org.codegraft.sample.report;

/** Writes separated values; cells are put in quotes where they need it. */
public final class CsvRenderer extends AbstractRenderer {

    private final char separator;

    public CsvRenderer(char separator) {
        this.separator = separator;
    }

    @Override
    protected Fence fence() {
        return new Fence("", String.valueOf(separator), "");
    }

    @Override
    protected String cell(String text, Column.Align align, int width) {
        return needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private boolean needsQuotes(String text) {
        for (char c : text.toCharArray()) {
            if (c == separator || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }
}
