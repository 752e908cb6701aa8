package org.pressroom.parse;

import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;

import java.util.Set;

/// Tells a label of metadata from one of prose: `Status: Accepted` from `Summary: we ship keys`, where both are keys.
final class MetadataLabel {

    /// What a press release may say under the same names.
    private static final Set<String> OF_PROSE = Set.of("title", "summary", "customer", "launch", "actual", "size", "criteria", "prediction", "result",
        "prediction.text", "prediction.by", "decision", "decision.text", "decision.reason", "reviews", "aliases");
    private static final int LONGEST = 300;
    private static final int LONGEST_STATUS = 40;

    private MetadataLabel() { }

    /// Whether a label with its value says what metadata say: its key is one of them, and the value can be one of the key's.
    static boolean says(YamlValue.Entry entry, Vocabulary vocabulary) {
        String path = MetadataSchema.pathOf(entry.key(), vocabulary);
        if (!MetadataSchema.knows(entry.key(), vocabulary) || OF_PROSE.contains(path) || !(entry.value() instanceof YamlValue.Scalar value)) {
            return false;
        }
        return value.text().length() <= LONGEST && mayBe(path, value, vocabulary);
    }

    /// Whether a line that seems to say who may read the document may speak of something else: [RestrictedSign] looks at these.
    static boolean mayBeProse(YamlValue.Entry entry, Vocabulary vocabulary) {
        String path = MetadataSchema.pathOf(entry.key(), vocabulary);
        return path.equals("visibility") && !(entry.value() instanceof YamlValue.Scalar value && mayBe(path, value, vocabulary));
    }

    /// Whether a text can be the value of a key.
    static boolean mayBe(String path, YamlValue.Scalar value, Vocabulary vocabulary) {
        return switch (MetadataSchema.typeOf(path, vocabulary)) {
            case ValueType.Day _, ValueType.LooseDay _ -> MetadataValues.looseDay(value).isPresent();
            case ValueType.Term term -> mayBeStatus(value, term, vocabulary);
            case ValueType.Word word -> MetadataValues.word(value, word.words().apply(vocabulary)).isPresent();
            case null, default -> !value.text().isBlank();
        };
    }

    /// A word of the vocabulary, or as few words as an unknown one would have.
    private static boolean mayBeStatus(YamlValue.Scalar value, ValueType.Term term, Vocabulary vocabulary) {
        String text = value.text().strip();
        return StatusPhrase.isReference(text) || MetadataValues.term(value, term.terms().apply(vocabulary)).isPresent()
            || !text.isEmpty() && text.length() <= LONGEST_STATUS && Words.count(text) <= 4 && text.chars().anyMatch(Character::isLetter);
    }
}
