package org.pressroom.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A key of the metadata that the configuration adds.
///
/// @param name in normal form: `review-manager`
public record MetadataExtra(String name, Type type) {

    /// What its values are. Texts may hold links.
    public enum Type {
        TEXT, LIST, PEOPLE, DATE;

        /// The word in `pressroom.yaml`.
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> labels() {
            return Arrays.stream(values()).map(Type::label).toList();
        }

        static Type of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }
}
