package org.pressroom.config;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.List;
import java.util.Optional;

/// A value as an author wrote it, with its place in the text; nothing is typed yet.
public sealed interface YamlValue {

    /// Where the value stands in the text that was read.
    SourceSpan span();

    /// Text, whether quoted or not. `0042`, `yes` and `2027-01-01` stay those characters.
    ///
    /// @param text   the characters, escapes resolved
    /// @param quoted whether the author put it in quotes or a block, so that an empty text is meant
    record Scalar(String text, boolean quoted, SourceSpan span) implements YamlValue {

        /// Whether nothing was written after the key: empty, `~` or `null` without quotes.
        public boolean absent() {
            return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /// A list.
    record Sequence(List<YamlValue> values, SourceSpan span) implements YamlValue {
        public Sequence {
            values = List.copyOf(values);
        }
    }

    /// Keys and values in the order written. A key may stand twice; readers report that.
    record Mapping(List<Entry> entries, SourceSpan span) implements YamlValue {
        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The first value under a key.
        public Optional<YamlValue> get(String key) {
            return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
        }

        /// The first scalar under a key that is not absent.
        public @Nullable String text(String key) {
            return get(key).orElse(null) instanceof Scalar scalar && !scalar.absent() ? scalar.text() : null;
        }
    }

    /// One key and its value.
    record Entry(String key, SourceSpan keySpan, YamlValue value) { }
}
