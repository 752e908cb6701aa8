package org.pressroom.parse;

import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;

/// Two carriers that say something else of one key.
///
/// @param counts what counts
/// @param other  what does not
record MetadataContradiction(String path, Said counts, Said other) {

    /// What a carrier says of the key.
    record Said(MetadataCarrier carrier, MetadataField field) {

        String text() {
            return MetadataValues.text(field.value()).orElse("");
        }

        /// Whether both mean the same.
        boolean means(Said before, Vocabulary vocabulary) {
            return normal(vocabulary).equals(before.normal(vocabulary));
        }

        private String normal(Vocabulary vocabulary) {
            YamlValue value = field.value();
            return switch (field.type()) {
                case ValueType.Day _, ValueType.LooseDay _ -> MetadataValues.looseDay(value).map(Object::toString).orElse(text());
                case ValueType.Term term -> MetadataValues.term(value, term.terms().apply(vocabulary)).map(match -> match.term().word()).orElse(text());
                case null, default -> Vocabulary.normal(text());
            };
        }
    }
}
