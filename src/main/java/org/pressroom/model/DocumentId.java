package org.pressroom.model;

import org.pressroom.source.SourceId;

import java.util.Comparator;
import java.util.Locale;

/// A document's name inside its source, as its author wrote it: `0042`, `smart-mailbox`. Compared ignoring case.
///
/// @param source the repository or folder
/// @param value  not blank
public record DocumentId(SourceId source, String value) implements Comparable<DocumentId> {

    private static final Comparator<DocumentId> ORDER =
        Comparator.comparing(DocumentId::source).thenComparing(DocumentId::key).thenComparing(DocumentId::value);

    public DocumentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    /// How it is named in the site: with its source, unless that is the archive itself.
    public String shown() {
        return source.equals(SourceId.MAIN) ? value : source + ":" + value;
    }

    /// The form in which ids are compared.
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DocumentId id && id.source.equals(source) && id.key().equals(key());
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + key().hashCode();
    }

    @Override
    public int compareTo(DocumentId other) {
        int byKey = ORDER.compare(this, other);
        return equals(other) ? 0 : byKey;
    }

    @Override
    public String toString() {
        return shown();
    }
}
