package org.pressroom.catalog;

import org.pressroom.source.SourceId;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The number by which people call a document, whatever its id: 7 in `ADR-7`, `0007`, `#7` and `7. Use queues`.
///
/// @param series the letters before it, in lower case; empty without
/// @param value  without leading zeros
record DocumentNumber(String series, String value) {

    private static final String NUMBER = "(?:#|(\\p{L}{1,10})[\\s#_.-]{0,3})?0*(\\d{1,9})";
    private static final Pattern ID = Pattern.compile(NUMBER);
    private static final Pattern REFERENCE = Pattern.compile(NUMBER + "(?:[.:]|[.:]\\s.*|\\s+[–—-]\\s.*)?", Pattern.DOTALL);

    /// Of an id that is nothing but a number, with or without a series.
    static Optional<DocumentNumber> ofId(String id) {
        return of(ID.matcher(id.strip()));
    }

    /// Of words that name a document.
    static Optional<DocumentNumber> ofReference(String words) {
        return of(REFERENCE.matcher(words.strip()));
    }

    private static Optional<DocumentNumber> of(Matcher m) {
        return m.matches() ? Optional.of(new DocumentNumber(m.group(1) == null ? "" : m.group(1).toLowerCase(Locale.ROOT), m.group(2))) : Optional.empty();
    }

    /// What is the same for documents of a source that have this number.
    String in(SourceId source) {
        return source + " " + value;
    }

    /// Whether both may name one document: what one calls ADR the other doesn't call RFC.
    boolean agrees(DocumentNumber other) {
        return series.isEmpty() || other.series.isEmpty() || series.equals(other.series);
    }
}
