package org.pressroom.rules;

import org.pressroom.catalog.Entry;
import org.pressroom.model.Status;
import org.pressroom.source.SourcePath;

import java.util.Set;

/// A replacement that only one side knows of: an approved document supersedes one that says it still holds, or a
/// document says that it is superseded and none says by what.
///
/// Where there are restricted documents the second is not said: one of them may be the successor, and that is theirs.
final class ArcSupersedeOneWay implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.warning("arc-supersede-one-way", Category.ARCHIVE);

    /// What ended otherwise stays what it is.

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (ArchiveEvidence document : archive.evidence()) {
            SourcePath path = document.path();
            Entry entry = archive.catalog().at(path).orElse(null);
            if (entry == null) {
                continue;
            }
            String status = entry.facts().status();
            if (Status.isAmong(Status.ONCE_APPROVED, status)) {
                for (Reference reference : document.references()) {
                    if (reference.kind() == Reference.Kind.SUPERSEDES) {
                        archive.catalog().find(path.source(), reference.target()).filter(old -> !old.equals(entry))
                            .filter(old -> old.facts().status() != null && !Status.isAmong(Status.OVER, old.facts().status()))
                            .ifPresent(old -> reporter.report(path, reference.position(),
                                "`" + entry.id() + "` supersedes `" + old.id() + "`, but that is still " + old.facts().status(),
                                "write `status: superseded` in " + old.facts().path()));
                    }
                }
            }
            if ("superseded".equals(status) && archive.restricted().isEmpty() && archive.catalog().supersededBy(entry).isEmpty()) {
                reporter.report(path, archive.statusOf(path), "`" + entry.id() + "` is superseded, but no document says that it replaces it",
                    "write `supersedes: [\"" + entry.id() + "\"]` in the document that does");
            }
        }
    }
}
