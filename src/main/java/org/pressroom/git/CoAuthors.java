package org.pressroom.git;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the values of `Co-authored-by` lines: `Ana Lima <ana@example.org>`.
final class CoAuthors {

    private static final Pattern FORM = Pattern.compile("\\s*([^<>]*?)\\s*<([^<>]*)>\\s*");

    private CoAuthors() { }

    /// Lines of another form are passed over.
    static List<RawCommit.Author> of(Collection<String> values) {
        return values.stream().map(FORM::matcher).filter(Matcher::matches)
            .map(m -> new RawCommit.Author(m.group(1), m.group(2).strip())).filter(a -> !a.name().isEmpty()).distinct().toList();
    }
}
