package org.pressroom.rules;

import org.pressroom.diagnostic.Fix;
import org.pressroom.diagnostic.Position;
import org.pressroom.diagnostic.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What one rule finds in one document is told up to a number: the first in order of place, then how many more there are.
/// Otherwise one document of a crafted text fills the site's pages and everybody's terminal.
final class FindingLimit {

    static final int MOST = 200;

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing((Finding f) -> f.position().line())
        .thenComparing(f -> f.position().column()).thenComparing(Finding::message);

    private FindingLimit() { }

    /// @param findings of one document, of any rules
    /// @return as they are when no rule has too many; otherwise in order of place
    static List<Finding> within(List<Finding> findings) {
        return findings.size() <= MOST || !exceeds(findings) ? findings : limited(findings);
    }

    private static boolean exceeds(List<Finding> findings) {
        Map<RuleInfo, Integer> counts = new HashMap<>();
        findings.forEach(finding -> counts.merge(finding.rule(), 1, Integer::sum));
        return counts.values().stream().anyMatch(count -> count > MOST);
    }

    private static List<Finding> limited(List<Finding> findings) {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(BY_PLACE);
        List<Finding> kept = new ArrayList<>();
        Map<RuleInfo, Integer> counts = new HashMap<>();
        Map<RuleInfo, Rest> rests = new HashMap<>();
        for (Finding finding : sorted) {
            if (counts.merge(finding.rule(), 1, Integer::sum) <= MOST) {
                kept.add(finding);
            } else {
                rests.computeIfAbsent(finding.rule(), _ -> new Rest(finding)).add(finding);
            }
        }
        rests.values().forEach(rest -> kept.add(rest.finding()));
        return kept;
    }

    /// Findings of one rule that are not told one by one. They weigh as much as the heaviest of them.
    private static final class Rest {
        private final Finding first;
        private Severity heaviest;
        private boolean notes = true;
        private int count;

        Rest(Finding first) {
            this.first = first;
            this.heaviest = first.severity();
        }

        void add(Finding finding) {
            count++;
            notes &= finding.note();
            heaviest = finding.severity().compareTo(heaviest) < 0 ? finding.severity() : heaviest;
        }

        Finding finding() {
            Position position = first.position();
            String message = String.format(Locale.ROOT, "and %,d more like this in the document, from here on", count);
            return new Finding(first.rule(), heaviest, notes, first.path(), position, message,
                new Fix("work through those that are listed; the next ones are listed then"));
        }
    }
}
