package org.pressroom.parse;

import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// What stands in the tree for a link or image that leads to a document of which nobody may know.
///
/// Put there before anything else reads the tree, so that neither titles nor anchors, questions or the search index can
/// show the words of the link.
final class RestrictedReference extends Node {

    static final String WORDS = "restricted document";

    private RestrictedReference(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /// Replaces every reference to a restricted document.
    static void replaceAll(Document tree, ReadingNotes notes) {
        replaceIn(tree, tree, notes);
    }

    private static void replaceIn(Node parent, Document tree, ReadingNotes notes) {
        Node node = parent.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            String address = addressOf(node, tree);
            if (address != null && Urls.of(address, false) instanceof Urls.Internal(String target) && notes.restricted(target)) {
                node.insertBefore(new RestrictedReference(node.getChars()));
                next = node instanceof HtmlInline ? unlinkContent(next) : next;
                node.unlink();
            } else {
                replaceIn(node, tree, notes);
            }
            node = next;
        }
    }

    private static @Nullable String addressOf(Node node, Document tree) {
        return switch (node) {
            case Link link -> link.getUrl().unescape();
            case Image image -> image.getUrl().unescape();
            case LinkRef ref -> addressOf(ref.getReferenceNode(tree));
            case ImageRef ref -> addressOf(ref.getReferenceNode(tree));
            case HtmlInline raw when raw.getChars().startsWith("<a") || raw.getChars().startsWith("<A") ->
                Jsoup.parseBodyFragment(raw.getChars().toString()).body().select("a").attr("href");
            default -> null;
        };
    }

    private static @Nullable String addressOf(@Nullable Reference reference) {
        return reference == null ? null : reference.getUrl().unescape();
    }

    /// What stands between `<a href=…>` and `</a>`, or to the end where nothing closes it.
    ///
    /// @return the node behind
    private static @Nullable Node unlinkContent(@Nullable Node first) {
        Node node = first;
        while (node != null) {
            Node next = node.getNext();
            boolean closing = node instanceof HtmlInline raw && raw.getChars().toString().matches("(?i)</a\\s*>");
            node.unlink();
            if (closing) {
                return next;
            }
            node = next;
        }
        return null;
    }
}
