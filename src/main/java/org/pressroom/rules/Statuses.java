package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Position;

import java.util.Set;

/// What follows from the word under `status`.
final class Statuses {

    private Statuses() { }

    /// Where a value of the metadata stands; where the metadata begin when it is not written.
    static Position place(Manuscript manuscript, String path, Reporter reporter) {
        return manuscript.field(path).map(field -> reporter.at(field.value().span())).orElseGet(() -> {
            var lines = manuscript.parsed().raw().lines();
            return reporter.atLine(lines == null ? 1 : lines.from());
        });
    }
}
