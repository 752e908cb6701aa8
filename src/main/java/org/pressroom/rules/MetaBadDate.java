package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Fix;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataValues;
import org.pressroom.parse.ValueType;

import java.time.LocalDate;
import java.util.List;

/// A date that can't be read, or one that comes before what it follows: created ≤ reviews ≤ decision ≤ launched.
final class MetaBadDate implements DocumentRule {

    static final RuleInfo INFO = RuleInfo.error("meta-bad-date", Category.METADATA);

    private static final List<String> ORDER = List.of("created", "reviews.date", "decision.date", "launched");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Manuscript manuscript, Reporter reporter) {
        List<MetadataField> fields = manuscript.fields().stream()
            .filter(MetadataField::present).toList();
        for (MetadataField field : fields) {
            boolean bad = switch (field.type()) {
                case ValueType.Day _ -> MetadataValues.day(field.value()).isEmpty();
                case ValueType.LooseDay _ -> MetadataValues.looseDay(field.value()).isEmpty();
                case null, default -> false;
            };
            if (bad) {
                reportUnreadable(field, reporter);
            }
        }
        checkOrder(fields, reporter);
    }

    private static void reportUnreadable(MetadataField field, Reporter reporter) {
        boolean loose = field.type() instanceof ValueType.LooseDay;
        String written = MetadataValues.text(field.value()).orElse("a list");
        String form = loose ? "a date such as 2027, 2027-Q2, 2027-06 or 2027-06-30" : "a date such as 2027-06-30";
        reporter.report(reporter.at(field.value().span()),
            "`" + written + "` is not a valid date for `" + field.path() + "`",
            DateGuess.of(written, loose).map(guess -> fix(field, guess, reporter)).orElse(new Fix("write " + form)));
    }

    private static Fix fix(MetadataField field, String guess, Reporter reporter) {
        String advice = "write `" + guess + "`";
        return field.value() instanceof YamlValue.Scalar scalar
            ? reporter.replacing(scalar.span(), scalar.text(), guess, advice) : new Fix(advice);
    }

    private static void checkOrder(List<MetadataField> fields, Reporter reporter) {
        @Nullable LocalDate latest = null;
        String latestPath = "";
        for (String path : ORDER) {
            LocalDate latestHere = latest;
            String latestPathHere = latestPath;
            for (MetadataField field : fields) {
                LocalDate date = field.path().equals(path) ? MetadataValues.day(field.value()).orElse(null) : null;
                if (date != null && latest != null && date.isBefore(latest)) {
                    reporter.report(reporter.at(field.value().span()),
                        "`" + path + "` is " + date + ", before `" + latestPath + "` on " + latest,
                        "correct one of the two dates: " + String.join(" ≤ ", ORDER));
                } else if (date != null && (latestHere == null || date.isAfter(latestHere))) {
                    latestHere = date;
                    latestPathHere = path;
                }
            }
            latest = latestHere;
            latestPath = latestPathHere;
        }
    }
}
