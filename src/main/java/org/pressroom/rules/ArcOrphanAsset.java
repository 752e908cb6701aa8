package org.pressroom.rules;

import org.pressroom.catalog.LinkResolver;
import org.pressroom.diagnostic.Position;
import org.pressroom.source.SourcePath;

import java.util.HashSet;
import java.util.Set;

/// A file in the content folder that no document shows or links to.
final class ArcOrphanAsset implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.info("arc-orphan-asset", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        Set<SourcePath> used = new HashSet<>();
        for (ArchiveEvidence document : archive.evidence()) {
            for (Reference reference : document.references()) {
                if (reference.kind() == Reference.Kind.LINK || reference.kind() == Reference.Kind.IMAGE) {
                    LinkResolver.pathOf(document.path(), reference.target()).ifPresent(used::add);
                }
            }
        }
        for (SourcePath asset : archive.assets()) {
            if (!used.contains(asset)) {
                reporter.report(asset, Position.START, "no document refers to the file " + asset.path(),
                    "link to it where it belongs, or delete it; git keeps the old version");
            }
        }
    }
}
