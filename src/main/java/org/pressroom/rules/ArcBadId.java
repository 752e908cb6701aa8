package org.pressroom.rules;

import org.pressroom.catalog.AddressName;
import org.pressroom.catalog.Catalog;
import org.pressroom.catalog.Entry;
import org.pressroom.source.SourcePath;

/// An id of which nothing is left in an address, that looks like a path, or that differs from another only by case.
final class ArcBadId implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.error("arc-bad-id", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (Entry entry : archive.catalog().entries()) {
            String id = entry.facts().writtenId().value();
            SourcePath path = entry.facts().path();
            if (AddressName.leavesNothing(id)) {
                reporter.report(path, archive.idOf(path), "the id `" + id + "` has no letter or digit",
                    "write an `id` of letters, digits and hyphens, such as \"0042\"");
            } else if (entry.facts().idFromMetadata() && id.codePoints().anyMatch(ArcBadId::separates)) {
                reporter.report(path, archive.idOf(path), "the id `" + id + "` looks like a path, not like a name",
                    "write an `id` of letters, digits and hyphens, such as \"0042\"");
            }
        }
        for (Catalog.IdClash clash : archive.catalog().clashes()) {
            if (differsByCase(clash)) {
                SourcePath path = clash.other().path();
                reporter.report(path, archive.idOf(path), "the id `" + clash.other().writtenId() + "` differs from `"
                    + clash.kept().writtenId() + "` of " + clash.kept().path() + " only by case",
                    "write an `id` that differs in a letter or digit");
            }
        }
    }

    private static boolean separates(int c) {
        return c == '/' || c == '\\' || Character.isISOControl(c);
    }

    static boolean differsByCase(Catalog.IdClash clash) {
        return !clash.kept().writtenId().value().equals(clash.other().writtenId().value());
    }
}
