package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.diagnostic.Severity;
import org.pressroom.parse.MetadataField;
import org.pressroom.parse.MetadataValues;
import org.pressroom.parse.ValueType;

import java.time.LocalDate;
import java.util.List;

/// A date that can't be read, one that is understood and should be written in another form, or one that comes before what it follows: created ≤ reviews ≤ decision ≤ launched.
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
            } else if (field.type() instanceof ValueType.Day || field.type() instanceof ValueType.LooseDay) {
                reportForm(field, reporter);
            }
        }
        checkOrder(fields, reporter);
    }

    private static void reportUnreadable(MetadataField field, Reporter reporter) {
        boolean loose = field.type() instanceof ValueType.LooseDay;
        String written = MetadataValues.text(field.value()).orElse("a list");
        String form = loose ? "a date such as 2027, 2027-Q2, 2027-06 or 2027-06-30" : "a date such as 2027-06-30";
        reporter.report(reporter.at(field.value().span()), "`" + written + "` is not a valid date for `" + field.path() + "`", "write " + form);
    }

    /// A date that people write so and that is understood.
    private static void reportForm(MetadataField field, Reporter reporter) {
        if (!(field.value() instanceof YamlValue.Scalar scalar) || MetadataValues.isIso(scalar)) {
            return;
        }
        String iso = MetadataValues.looseDay(scalar).map(Object::toString).orElse("");
        reporter.report(Severity.INFO, reporter.at(scalar.span()), "`" + scalar.text() + "` is read as " + iso + " for `" + field.path() + "`",
            reporter.replacing(scalar.span(), scalar.text(), iso, "write `" + iso + "`"));
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
