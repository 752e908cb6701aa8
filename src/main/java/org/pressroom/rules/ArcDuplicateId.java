package org.pressroom.rules;

import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.DocumentFacts;

/// Two documents that claim one id. Files of one name in different folders, whose metadata claim nothing, do not: each
/// has its path as id then.
final class ArcDuplicateId implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.error("arc-duplicate-id", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (Catalog.IdClash clash : archive.catalog().clashes()) {
            DocumentFacts other = clash.other();
            boolean sameFolder = clash.kept().path().folder().equals(other.path().folder());
            boolean claimed = clash.kept().idFromMetadata() || other.idFromMetadata() || sameFolder;
            if (claimed && !ArcBadId.differsByCase(clash)) {
                reporter.report(other.path(), archive.idOf(other.path()),
                    "the id `" + other.writtenId() + "` is already that of " + clash.kept().path(),
                    "write an `id` that no other document has; ids are never used twice");
            }
        }
    }
}
