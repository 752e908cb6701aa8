package org.pressroom.rules;

import org.pressroom.catalog.LinkResolver;
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
        for (ArchiveEvidence document : archive.evidence()) {
            for (Reference reference : document.references()) {
                switch (reference.kind()) {
                    case LINK, IMAGE -> checkLink(archive, document, reference, reporter);
                    case RELATED, SUPERSEDES -> checkId(archive, document, reference, reporter);
                }
            }
        }
    }

    private static void checkLink(
            Archive archive, ArchiveEvidence document, Reference reference, ArchiveReporter reporter) {
        SourcePath path = document.path();
        String target = reference.target();
        String what = reference.kind() == Reference.Kind.IMAGE ? "image" : "link";
        if (target.startsWith("#")) {
            reporter.report(path, reference.position(),
                "the link `" + target + "` is broken: there is no such heading in this document",
                "link to a heading by its words in lower case with hyphens, or take the link out");
        } else if (LinkResolver.pathOf(path, target).filter(archive.restricted()::leads).isEmpty()) {
            switch (archive.links().resolve(path, target)) {
                case LinkTarget.Broken(String reason) ->
                    reporter.report(path, reference.position(), "the " + what + " `" + target + "` is broken: " + reason,
                        "correct the path, which is relative to this file, or take the " + what + " out");
                case LinkTarget.Withheld(String reason) when reference.kind() == Reference.Kind.IMAGE ->
                    reporter.report(path, reference.position(), "the image `" + target + "` is not published: " + reason,
                        "export the picture anew, as PNG for example, or take it out");
                case LinkTarget.Withheld _, LinkTarget.Asset _, LinkTarget.Idea _ -> { }
            }
        }
    }

    private static void checkId(
            Archive archive, ArchiveEvidence document, Reference reference, ArchiveReporter reporter) {
        String id = reference.target();
        if (archive.catalog().find(document.path().source(), id).isEmpty()
                && !archive.restricted().holds(document.path().source(), id)) {
            String key = reference.kind() == Reference.Kind.RELATED ? "related" : "supersedes";
            reporter.report(document.path(), reference.position(),
                "`" + key + "` names `" + id + "`, but no document has this id",
                "write the id of a document, or take it out");
        }
    }
}
