package org.codegraft.sample.report;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says how a component of a record appears in a {@link Table}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

    /** The heading. */
    String value();

    Align align() default Align.LEFT;

    /** Where the text of a cell goes if the column is wider. */
    enum Align {
        LEFT {
            @Override
            String pad(String text, int width) {
                return text + " ".repeat(width - text.length());
            }
        },
        RIGHT {
            @Override
            String pad(String text, int width) {
                return " ".repeat(width - text.length()) + text;
            }
        };

        abstract String pad(String text, int width);
    }
}
