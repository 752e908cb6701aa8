package org.pressroom.git;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads the values of `Co-authored-by` lines: `Ana Lima <ana@example.org>`.
final class CoAuthors {

    private CoAuthors() { }

    /// Lines of another form are passed over.
    static List<RawCommit.Author> of(Collection<String> values) {
        return values.stream().flatMap(value -> author(value.strip()).stream()).distinct().toList();
    }

    /// A name, then an address in angle brackets at the end; neither holds another angle bracket.
    private static Optional<RawCommit.Author> author(String value) {
        int open = value.indexOf('<');
        int close = value.length() - 1;
        if (open < 0 || close < open || value.indexOf('>') != close || value.lastIndexOf('<') != open) {
            return Optional.empty();
        }
        String name = value.substring(0, open).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(new RawCommit.Author(name, value.substring(open + 1, close).strip()));
    }
}
