package org.pressroom.rules;

import org.pressroom.catalog.Redirects;

/// A former address of a document that can't lead to it.
final class ArcRedirectCollision implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.warning("arc-redirect-collision", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (Redirects.Collision collision : archive.redirects().collisions()) {
            reporter.report(collision.entry().facts().path(), archive.idOf(collision.entry().facts().path()),
                "the former address `" + collision.wanted() + "` does not lead to `" + collision.entry().id() + "`: " + collision.reason(),
                "name another under `aliases:`, or remove it");
        }
    }
}
