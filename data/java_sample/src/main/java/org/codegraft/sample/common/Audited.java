package org.codegraft.sample.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose every call changes the books and must therefore leave a trace.
 * The annotation is kept at run time so that {@link AuditIndex} can list such methods.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    /** What the method does to the books, in a few words. */
    String value();

    /** How closely the call should be looked at afterwards. */
    Level level() default Level.ROUTINE;

    /** Free-form labels, used for grouping. */
    String[] tags() default {};

    /** How sensitive an audited call is. */
    enum Level {
        ROUTINE,
        ELEVATED,
        CRITICAL
    }
}
