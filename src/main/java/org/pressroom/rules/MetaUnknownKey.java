package org.pressroom.rules;

import org.pressroom.config.Nearest;
import org.pressroom.config.Vocabulary;
import org.pressroom.diagnostic.Fix;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataSchema;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A key that nothing reads, or a second value for one that is read once.
///
/// A table, list or quotation under the title is written for people and may say more than a program wants to know:
/// there only what looks like a known key, mistyped, is reported.
final class MetaUnknownKey implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.warning("meta-unknown-key", Category.METADATA);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Vocabulary vocabulary = manuscript.configuration().vocabulary();
        Set<String> seen = new HashSet<>();
        List<MetadataField> fields = manuscript.fields();
        for (MetadataField field : fields) {
            if (manuscript.configuration().conventions().ignored().contains(Vocabulary.normal(field.written()))) {
                continue;
            }
            if (field.type() == null) {
                reportUnknown(field, fields, vocabulary, field.carrier().isHeader(), reporter);
            } else if (field.present() && !seen.add(field.item() + " " + field.path() + " " + field.carrier())) {
                reporter.report(reporter.at(field.keySpan()),
                    "`" + field.written() + "` gives `" + field.path() + "` a second value, which is not used",
                    "keep one of the two; the first counts");
            }
        }
    }

    private static void reportUnknown(
            MetadataField field, List<MetadataField> fields, Vocabulary vocabulary, boolean header, Reporter reporter) {
        String key = field.path().substring(field.path().lastIndexOf('.') + 1);
        List<String> nearest = Nearest.all(key, MetadataSchema.candidates(field.path(), vocabulary));
        if (header || !nearest.isEmpty()) {
            reporter.report(reporter.at(field.keySpan()), "the key `" + field.written() + "` is unknown",
                nearest.isEmpty() ? new Fix(withoutNearest(key)) : fix(field, nearest, fields, vocabulary, reporter));
        }
    }

    private static String withoutNearest(String key) {
        return key.equals("draft")
            ? "write `status: draft`" : "remove it, or rename it to `x-" + key + "` to keep it for templates";
    }

    /// One key can be meant, it has no value yet, and it is not the one that says who may read the document.
    private static Fix fix(MetadataField field, List<String> nearest, List<MetadataField> fields, Vocabulary vocabulary,
            Reporter reporter) {
        String advice = "did you mean `" + nearest.getFirst() + "`?";
        String outer = field.path().substring(0, field.path().lastIndexOf('.') + 1);
        List<String> meant = nearest.stream().map(near -> outer + (outer.isEmpty() ? vocabulary.aliases().getOrDefault(near, near) : near))
            .distinct().toList();
        boolean taken = fields.stream().anyMatch(other -> other.item() == field.item()
            && (other.path().equals(meant.getFirst()) || other.path().startsWith(meant.getFirst() + ".")));
        if (meant.size() > 1 || taken || meant.getFirst().equals("visibility")) {
            return new Fix(advice);
        }
        return reporter.replacing(field.keySpan(), field.written(), inCaseOf(field.written(), nearest.getFirst()), advice);
    }

    /// Where an author writes keys with a capital, as in a table, the right one has it too.
    private static String inCaseOf(String written, String key) {
        return Character.isUpperCase(written.codePointAt(0)) ? key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1) : key;
    }
}
