package org.pressroom.rules;

import org.pressroom.config.Nearest;
import org.pressroom.config.Terms;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Severity;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataTyping;
import org.pressroom.parse.MetadataValues;
import org.pressroom.parse.ValueType;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A value that its key can't have: no word of the vocabulary, a list where one text is meant, a tag that is a path.
final class MetaUnknownValue implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("meta-unknown-value", Category.METADATA);

    /// What no name in an address should hold: a step out of the folder, a control.
    private static final Pattern PATH_LIKE = Pattern.compile("(?:^|[/\\\\])\\.\\.(?:[/\\\\]|$)|\\p{Cntrl}");

    private static final String KEEP = "keep what helps readers, and remove the rest";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        Vocabulary vocabulary = manuscript.configuration().vocabulary();
        int longest = manuscript.configuration().thresholds().titleMaxCharacters();
        for (MetadataField field : manuscript.fields()) {
            if (field.present()) {
                check(field, vocabulary, longest, reporter);
                checkLength(field, reporter);
            } else if (field.path().equals("visibility")) {
                reporter.report(reporter.at(field.keySpan()),
                    "`visibility` has no value, so the document is treated as restricted",
                    "write `visibility: internal` to publish it, or `visibility: restricted`");
            }
        }
        manuscript.fields().stream().filter(field -> field.item() == MetadataTyping.MOST_ELEMENTS).findFirst()
            .ifPresent(field -> reporter.report(reporter.at(field.value().span()),
                "`" + field.path().split("\\.", 2)[0] + "` has more than " + MetadataTyping.MOST_ELEMENTS
                    + " elements; those from here on are ignored", KEEP));
    }

    private static void check(MetadataField field, Vocabulary vocabulary, int longest, Reporter reporter) {
        switch (field.type()) {
            case ValueType.Text _ when field.path().equals("title") -> checkTitle(field, longest, reporter);
            case ValueType.Text type -> checkScalar(field, type, reporter);
            case ValueType.Someone type -> checkScalar(field, type, reporter);
            case ValueType.Address type -> checkAddress(field, type, reporter);
            case ValueType.Word type -> checkWord(field, type, vocabulary, reporter);
            case ValueType.Term type -> checkTerm(field, type, vocabulary, reporter);
            case ValueType.People type -> checkList(field, type, reporter);
            case ValueType.Texts type -> checkList(field, type, reporter);
            case ValueType.Ids type -> checkList(field, type, reporter);
            case ValueType.Fields type -> reportForm(field, field.value(), type, reporter);
            // Dates have a rule of their own, the rest is never checked.
            case ValueType.Day _, ValueType.LooseDay _, ValueType.Free _, ValueType.Foreign _ -> { }
            case null -> { }
        }
    }

    /// What goes beyond a length or a number is left out.
    private static void checkLength(MetadataField field, Reporter reporter) {
        switch (field.type()) {
            case ValueType.Text _, ValueType.Address _, ValueType.Someone _ ->
                MetadataValues.text(field.value()).filter(text -> text.length() > MetadataTyping.LONGEST_TEXT)
                    .ifPresent(text -> tooMuch(field, text.length() + " characters", MetadataTyping.LONGEST_TEXT, reporter));
            case ValueType.People _, ValueType.Texts _, ValueType.Ids _ -> {
                List<YamlValue.Scalar> items = MetadataValues.items(field.value());
                if (items.size() > MetadataTyping.MOST_ELEMENTS) {
                    tooMuch(field, items.size() + " elements", MetadataTyping.MOST_ELEMENTS, reporter);
                }
                items.stream().map(item -> item.text().length()).filter(length -> length > MetadataTyping.LONGEST_ELEMENT).findFirst()
                    .ifPresent(length -> tooMuch(field, "an element of " + length + " characters", MetadataTyping.LONGEST_ELEMENT, reporter));
            }
            case null, default -> { }
        }
    }

    private static void tooMuch(MetadataField field, String what, int most, Reporter reporter) {
        reporter.report(reporter.at(field.value().span()), "`" + field.path() + "` has " + what + "; only the first " + most + " count", KEEP);
    }

    private static boolean checkScalar(MetadataField field, ValueType type, Reporter reporter) {
        if (!(field.value() instanceof YamlValue.Scalar)) {
            reportForm(field, field.value(), type, reporter);
            return false;
        }
        return true;
    }

    private static void reportForm(MetadataField field, YamlValue value, ValueType type, Reporter reporter) {
        String written = switch (value) {
            case YamlValue.Scalar _ -> "a text";
            case YamlValue.Sequence _ -> "a list";
            case YamlValue.Mapping _ -> "a mapping";
        };
        reporter.report(reporter.at(value.span()),
            "the value of `" + field.path() + "` is " + written + " and can't be used",
            "write " + type.form() + " after `" + field.written() + ":`");
    }

    private static void checkTitle(MetadataField field, int longest, Reporter reporter) {
        if (checkScalar(field, new ValueType.Text(), reporter)) {
            String title = MetadataValues.text(field.value()).orElse("");
            int length = title.codePointCount(0, title.length());
            if (length > longest) {
                reporter.report(Severity.WARNING, reporter.at(field.value().span()),
                    "the title has " + length + " characters; lists show only the first " + longest,
                    "give the idea a name of a few words");
            }
        }
    }

    private static void checkAddress(MetadataField field, ValueType type, Reporter reporter) {
        if (checkScalar(field, type, reporter) && MetadataValues.address(field.value()).isEmpty()) {
            reporter.report(reporter.at(field.value().span()),
                "the address in `" + field.path() + "` would run code or open a file, so it is left out",
                "write " + type.form());
        }
    }

    private static void checkWord(MetadataField field, ValueType.Word type, Vocabulary vocabulary, Reporter reporter) {
        List<String> words = type.words().apply(vocabulary);
        if (!checkScalar(field, type, reporter) || MetadataValues.word(field.value(), words).isPresent()) {
            return;
        }
        String written = MetadataValues.text(field.value()).orElse("");
        String consequence = field.path().equals("visibility") ? ", so the document is treated as restricted" : "";
        reporter.report(reporter.at(field.value().span()), "`" + written + "` is not " + type.noun() + consequence,
            fix(field, written, words, reporter));
    }

    /// Who may read a document, nobody but its author decides: that is never changed for them.
    private static Fix fix(MetadataField field, String written, List<String> words, Reporter reporter) {
        List<String> nearest = Nearest.all(written, words);
        if (nearest.isEmpty()) {
            return new Fix("write one of " + String.join(", ", words));
        }
        String advice = "write `" + nearest.getFirst() + "`";
        return nearest.size() == 1 && !field.path().equals("visibility") && field.value() instanceof YamlValue.Scalar scalar
            ? reporter.replacing(scalar.span(), scalar.text(), nearest.getFirst(), advice) : new Fix(advice);
    }

    private static void checkTerm(MetadataField field, ValueType.Term type, Vocabulary vocabulary, Reporter reporter) {
        Terms terms = type.terms().apply(vocabulary);
        if (checkScalar(field, type, reporter) && MetadataValues.term(field.value(), terms).isEmpty()) {
            String written = MetadataValues.plain(field.value()).orElse("");
            reporter.report(reporter.at(field.value().span()), "`" + written + "` is not " + type.noun(),
                besideOthers(written, terms).orElseGet(() -> fix(field, written, terms.words(), reporter)));
        }
    }

    /// Advice where more stands beside the word that was meant, which no change of one word would keep.
    private static Optional<Fix> besideOthers(String written, Terms terms) {
        int bracket = written.indexOf('(');
        return bracket < 0 || Nearest.of(written, terms.words()).isPresent() ? Optional.empty()
            : Nearest.of(written.substring(0, bracket), terms.words()).map(nearest -> new Fix("write `" + nearest + "`"));
    }

    private static void checkList(MetadataField field, ValueType type, Reporter reporter) {
        switch (field.value()) {
            case YamlValue.Mapping mapping -> reportForm(field, mapping, type, reporter);
            case YamlValue.Sequence sequence -> sequence.values().stream()
                .filter(element -> !(element instanceof YamlValue.Scalar))
                .forEach(element -> reportForm(field, element, type, reporter));
            case YamlValue.Scalar _ -> { }
        }
        if (field.path().equals("tags")) {
            for (YamlValue.Scalar tag : MetadataValues.items(field.value())) {
                if (PATH_LIKE.matcher(tag.text()).find()) {
                    reporter.report(reporter.at(tag.span()),
                        "the tag `" + tag.text() + "` looks like a path, not like a word",
                        "name the tag by plain words");
                }
            }
        }
    }
}
