package org.pressroom.rules;

import org.pressroom.catalog.LinkTarget;

/// A link to a file that the site does not carry. A picture that a page shows is [missing][ArcLinkBroken] there.
final class ArcFileWithheld implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.info("arc-file-withheld", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        for (ArchiveEvidence document : archive.evidence()) {
            for (Reference reference : document.references()) {
                if (reference.kind() == Reference.Kind.LINK && !reference.target().startsWith("#")
                        && archive.links().resolve(document.path(), reference.target()) instanceof LinkTarget.Withheld(String reason)) {
                    reporter.report(document.path(), reference.position(), "the file `" + reference.target() + "` is not published: " + reason,
                        "link to it where the archive is hosted, or attach it in another form, such as PDF, CSV or ZIP");
                }
            }
        }
    }
}
