package org.pressroom.rules;

import org.pressroom.diagnostic.Edit;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.Optional;
import java.util.regex.Pattern;

/// Changes a word of the metadata where it stands, and nothing around it: quotes, comments and markup stay.
final class Replacement {

    /// Words that mean the same bare, in either kind of quotes, and in a cell of a table.
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._/-]*[\\p{L}\\p{N}])?");

    private Replacement() { }

    /// @param span    where a key or value stands, its quotes included
    /// @param written what it says, escapes resolved
    /// @return empty when it is written in a way that hides what it says (escapes, blocks, several lines), or when the new
    ///     word could not stand there as it is
    static Optional<Edit> of(SourceText text, SourceSpan span, String written, String replacement) {
        String raw = text.text().substring(span.start(), Math.min(span.end(), text.text().length()));
        boolean quoted = raw.length() == written.length() + 2 && (raw.charAt(0) == '"' || raw.charAt(0) == '\'')
            && raw.charAt(raw.length() - 1) == raw.charAt(0) && raw.startsWith(written, 1);
        if (!quoted && !raw.equals(written) || raw.indexOf('\n') >= 0 || !PLAIN.matcher(replacement).matches()) {
            return Optional.empty();
        }
        int inside = quoted ? 1 : 0;
        SourceSpan word = new SourceSpan(span.start() + inside, span.end() - inside);
        return Optional.of(new Edit(Position.of(word, text.lines()), replacement));
    }
}
