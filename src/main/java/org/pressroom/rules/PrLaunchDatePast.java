package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.diagnostic.Position;
import org.pressroom.model.Dateline;
import org.pressroom.model.LooseDate;
import org.pressroom.model.Metadata;
import org.pressroom.model.Status;
import org.pressroom.parse.MetadataField;
import org.pressroom.source.LineSpan;

import java.util.Optional;
import java.util.Set;

/// A press release of a day that is over, while the idea is still open or being built: `launch` of the metadata, else the
/// date of the dateline. A date without a day is over when its last day is.
final class PrLaunchDatePast extends ReleaseRule {

    private static final Set<String> GOING_ON = Set.of("planned", "building");

    PrLaunchDatePast() {
        super(RuleInfo.warning("pr-launch-date-past", Category.PRESS_RELEASE));
    }

    @Override
    void check(Manuscript manuscript, LineSpan lines, Reporter reporter) {
        Metadata metadata = manuscript.document().metadata();
        if (metadata.launched() != null || !awaitsLaunch(metadata.status(), metadata.outcome())) {
            return;
        }
        Optional<MetadataField> field = manuscript.field("launch");
        Dateline dateline = manuscript.document().pressRelease().dateline();
        LooseDate launch = metadata.launch();
        Position position;
        if (launch != null && field.isPresent()) {
            position = reporter.at(field.get().value().span());
        } else if (dateline != null && dateline.date() != null) {
            launch = ImaginedDay.of(dateline.date()).orElse(null);
            position = reporter.atLine(dateline.line());
        } else {
            return;
        }
        if (launch != null && manuscript.today().isAfter(launch.last())) {
            reporter.report(position, "the launch on " + launch + " has passed, and nothing says that it took place",
                "change the date, or record what became of the idea: `outcome`, with `launched` if it was");
        }
    }

    private static boolean awaitsLaunch(@Nullable String status, @Nullable String outcome) {
        return status != null && (Status.isAmong(Status.OPEN, status)
            || status.equals("approved") && (outcome == null || GOING_ON.contains(outcome)));
    }
}
