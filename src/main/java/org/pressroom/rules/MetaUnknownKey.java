package org.pressroom.rules;

import org.pressroom.config.Nearest;
import org.pressroom.config.Vocabulary;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataSchema;
import org.pressroom.parse.ParseOutcome;

import java.util.HashSet;
import java.util.Optional;
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
        ParseOutcome.Parsed parsed = manuscript.parsed();
        Vocabulary vocabulary = manuscript.configuration().vocabulary();
        MetadataCarrier carrier = parsed.raw().carrier();
        boolean header = carrier == MetadataCarrier.YAML || carrier == MetadataCarrier.JBAKE;
        Set<String> seen = new HashSet<>();
        for (MetadataField field : manuscript.fields()) {
            if (field.type() == null) {
                reportUnknown(field, vocabulary, header, reporter);
            } else if (field.present() && !seen.add(field.item() + " " + field.path())) {
                reporter.report(reporter.at(field.keySpan()),
                    "`" + field.written() + "` gives `" + field.path() + "` a second value, which is not used",
                    "keep one of the two; the first counts");
            }
        }
    }

    private static void reportUnknown(MetadataField field, Vocabulary vocabulary, boolean header, Reporter reporter) {
        String key = field.path().substring(field.path().lastIndexOf('.') + 1);
        Optional<String> nearest = Nearest.of(key, MetadataSchema.candidates(field.path(), vocabulary));
        if (header || nearest.isPresent()) {
            String fix = nearest.map(near -> "did you mean `" + near + "`?").orElse(key.equals("draft")
                ? "write `status: draft`" : "take it out, or call it `x-" + key + "` to keep it for templates");
            reporter.report(reporter.at(field.keySpan()), "the key `" + field.written() + "` is not known", fix);
        }
    }
}
