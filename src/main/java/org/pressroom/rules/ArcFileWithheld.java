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
        for (Archive.DeadLink link : archive.deadLinks()) {
            if (link.reference().kind() == Reference.Kind.LINK && link.target() instanceof LinkTarget.Withheld(String reason)) {
                reporter.report(link.document(), link.reference().position(), "the file `" + link.reference().target() + "` is not published: " + reason,
                    reason.equals(LinkTarget.LFS) ? "run `git lfs pull` before the build; in a workflow, give the checkout `lfs: true`" : "link to it where the archive is hosted, or attach it in another form, such as PDF, CSV or ZIP");
            }
        }
    }
}
