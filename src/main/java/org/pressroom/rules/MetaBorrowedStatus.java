package org.pressroom.rules;

import org.pressroom.config.Vocabulary;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Words for a status that are another house's, such as `accepted`, in an archive that has not named its own. They are understood; one
/// finding says how.
final class MetaBorrowedStatus implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.info("meta-borrowed-status", Category.METADATA);

    /// Words that are named.
    private static final int NAMED = 12;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        Map<String, Integer> counts = new TreeMap<>();
        ArchiveEvidence first = null;
        for (ArchiveEvidence document : archive.evidence()) {
            if (document.borrowed() != null) {
                counts.merge(document.borrowed(), 1, Integer::sum);
                first = first == null ? document : first;
            }
        }
        if (first == null) {
            return;
        }
        int documents = counts.values().stream().mapToInt(Integer::intValue).sum();
        String words = counts.keySet().stream().limit(NAMED).map(word -> "`" + word + "` as " + Vocabulary.PRFAQ.status().meaningOf(word))
            .collect(Collectors.joining(", "));
        reporter.report(first.path(), archive.statusOf(first.path()),
            (documents == 1 ? "a document has a status" : documents + " documents have a status") + " that `statuses` in pressroom.yaml does not name; it is shown as written and read "
                + words + (counts.size() > NAMED ? " and " + (counts.size() - NAMED) + " more" : ""),
            "name the archive's own words under `statuses:`, each with `as:`; `pressroom adopt` writes them");
    }
}
