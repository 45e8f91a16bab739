package org.codegraft.sample.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codegraft.sample.common.Checks;
import org.codegraft.sample.common.ValidationException;

/**
 * A stock-keeping unit, such as {@code TEA-0042}.
 *
 * @param family two to four capital letters
 * @param number a number from 1 to 9999
 */
public record Sku(String family, int number) implements Comparable<Sku> {

    private static final Pattern FAMILY = Pattern.compile("[A-Z]{2,4}");
    private static final Pattern TEXT = Pattern.compile("([A-Za-z]{2,4})-(\\d{1,4})");
    private static final int MAX_NUMBER = 9999;

    public Sku {
        family = Checks.notBlank(family, "family").toUpperCase(Locale.ROOT);
        Checks.require(FAMILY.matcher(family).matches(), "family", "must be two to four letters");
        Checks.inRange(number, 1, MAX_NUMBER, "number");
    }

    public static Sku parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ValidationException("sku", "is not of the form ABC-0001: " + text);
        }
        return new Sku(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    public Sku next() {
        return new Sku(family, number + 1);
    }

    @Override
    public int compareTo(Sku other) {
        int byFamily = family.compareTo(other.family);
        return byFamily != 0 ? byFamily : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d", family, number);
    }
}
