package org.pressroom.rules;

import org.pressroom.catalog.Entry;
import org.pressroom.catalog.Neighbour;

import java.util.List;
import java.util.stream.Stream;

/// A PR/FAQ that has much the same problem as an earlier one and doesn't mention it. Told by what the texts mean, so it may err. Of other
/// documents only the summary is known, and those of one subject are alike whatever problems they have.
final class ArcSimilarProblem implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.info("arc-similar-problem", Category.ARCHIVE).byLikelihood();

    /// Nearer than any two different problems of one trade were.
    private static final double ALIKE = 0.7;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        List<Entry> entries = archive.catalog().entries();
        for (ArchiveEvidence document : archive.evidence()) {
            archive.catalog().at(document.path()).filter(entry -> entry.facts().prfaq()).ifPresent(entry -> archive.nearest(entry).stream()
                .filter(near -> near.number() < entry.number() && near.score() >= ALIKE).map(Neighbour::number).map(entries::get)
                .filter(earlier -> earlier.facts().prfaq()).findFirst().filter(earlier -> !mentions(archive, entry, earlier) && !mentions(archive, earlier, entry))
                .ifPresent(earlier -> reporter.report(document.path(), archive.idOf(document.path()),
                    "the problem resembles that of `" + earlier.id() + "`, \"" + earlier.facts().title() + "\"" + fate(earlier),
                    "write `related: [\"" + earlier.id() + "\"]`, and say in the FAQ what is different this time")));
        }
    }

    /// What became of it: ` (declined 2023)`.
    private static String fate(Entry earlier) {
        String status = earlier.facts().status();
        return status == null ? "" : " (" + status + (earlier.facts().decided() == null ? "" : " " + earlier.facts().decided().getYear()) + ")";
    }

    private static boolean mentions(Archive archive, Entry entry, Entry other) {
        return entry.facts().links().contains(other.facts().path())
            || Stream.of(entry.facts().related(), entry.facts().supersedes(), entry.facts().supersededBy()).flatMap(List::stream)
                .anyMatch(id -> archive.catalog().find(entry.facts().path().source(), id).filter(other::equals).isPresent());
    }
}
