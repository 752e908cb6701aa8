package org.pressroom.rules;

import org.pressroom.catalog.LinkTarget;
import org.pressroom.source.SourcePath;

/// A relative link, a heading, an image or an id that leads nowhere. What leads to a restricted document is not broken:
/// it is shown as plain text, and no word is said of it.
final class ArcLinkBroken implements ArchiveRule {

    static final RuleInfo INFO = RuleInfo.error("arc-link-broken", Category.ARCHIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Archive archive, ArchiveReporter reporter) {
        archive.deadLinks().forEach(link -> checkLink(link, reporter));
        for (ArchiveEvidence document : archive.evidence()) {
            for (Reference reference : document.references()) {
                switch (reference.kind()) {
                    case RELATED -> checkId(archive, document, reference, "related", reporter);
                    case SUPERSEDES -> checkId(archive, document, reference, "supersedes", reporter);
                    case SUPERSEDED_BY -> checkId(archive, document, reference, "superseded-by", reporter);
                    case LINK, IMAGE -> { }
                }
            }
        }
    }

    private static void checkLink(Archive.DeadLink link, ArchiveReporter reporter) {
        SourcePath path = link.document();
        Reference reference = link.reference();
        String target = reference.target();
        boolean image = reference.kind() == Reference.Kind.IMAGE;
        String what = image ? "image" : "link";
        switch (link.target()) {
            case LinkTarget.Broken(String reason) when target.startsWith("#") -> reporter.report(path, reference.position(),
                "the link `" + target + "` is broken: " + reason,
                "link to a heading by its words in lower case with hyphens, or remove the link");
            case LinkTarget.Broken(String reason) -> reporter.report(path, reference.position(), "the " + what + " `" + target + "` is broken: " + reason,
                "correct the path, which is relative to this file, or remove the " + what);
            case LinkTarget.Withheld(String reason) when image -> reporter.report(path, reference.position(),
                "the image `" + target + "` is not published: " + reason, reason.equals(LinkTarget.LFS)
                    ? "run `git lfs pull` before the build; in a workflow, give the checkout `lfs: true`" : "show a file that can be published, such as a PNG, or remove it");
            case LinkTarget.Withheld _, LinkTarget.Asset _, LinkTarget.Source _, LinkTarget.Idea _ -> { }
        }
    }

    private static void checkId(
            Archive archive, ArchiveEvidence document, Reference reference, String key, ArchiveReporter reporter) {
        String id = reference.target();
        if (archive.catalog().find(document.path().source(), id).isEmpty()
                && !archive.restricted().holds(document.path().source(), id)) {
            reporter.report(document.path(), reference.position(),
                "`" + key + "` names `" + id + "`, but no document has this id",
                "write the id of a document, or remove it");
        }
    }
}
