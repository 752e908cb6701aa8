package org.pressroom.source;

import java.util.regex.Pattern;

/// Names one repository or folder among those that a site is made from.
///
/// @param value lower-case ASCII letters, digits and inner hyphens, at most 40 characters
public record SourceId(String value) implements Comparable<SourceId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /// The only source of a site that names none.
    public static final SourceId MAIN = new SourceId("main");

    /// @throws IllegalArgumentException when `value` is not of the form above
    public SourceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a source id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(SourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
