package org.codegraft.sample.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes tables in some format. */
public interface Renderer {

    void render(Table table, Appendable out) throws IOException;

    default String render(Table table) {
        try (StringWriter out = new StringWriter()) {
            render(table, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The renderer for a format. */
    static Renderer forFormat(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "text", "txt" -> new TextRenderer();
            case "boxed" -> new BoxedTextRenderer();
            case "markdown", "md" -> new MarkdownRenderer();
            case "csv" -> new CsvRenderer(',');
            case "tsv" -> {
                char separator = '\t';
                yield new CsvRenderer(separator);
            }
            default -> throw new IllegalArgumentException("unknown format: " + format);
        };
    }
}
