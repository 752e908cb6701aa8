package org.pressroom.parse;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.Locale;

/// What stands in the tree for a link or image that leads to a document of which nobody may know.
///
/// Put there before anything else reads the tree, so that neither titles nor anchors, questions or the search index can
/// show the words of the link.
final class RestrictedReference extends Node {

    private static final int LONGEST_ADDRESS = 500;

    private RestrictedReference(BasedSequence chars) {
        super(chars);
    }

    @Override
    public BasedSequence[] getSegments() {
        return EMPTY_SEGMENTS;
    }

    /// Replaces every reference to a restricted document.
    static void replaceAll(Document tree, ReadingNotes notes) {
        if (notes.mayRestrict()) {
            replaceIn(tree, tree, notes);
        }
    }

    private static void replaceIn(Node parent, Document tree, ReadingNotes notes) {
        Node node = parent.getFirstChild();
        while (node != null) {
            Node next = node.getNext();
            String address = addressOf(node, tree);
            if (address != null ? notes.restricted(address) : node instanceof LinkRef words && isMeant(words, notes)) {
                node.insertBefore(new RestrictedReference(node.getChars()));
                next = node instanceof HtmlInline && isOpening(node.getChars()) ? unlinkContent(next) : next;
                node.unlink();
            } else if (node instanceof Text) {
                replaceBare(node, notes);
            } else if (node instanceof HtmlBlockBase && leavesOpen(node.getChars().toString(), notes)) {
                next = unlinkContent(next);
            } else {
                replaceIn(node, tree, notes);
            }
            node = next;
        }
    }

    /// Cuts addresses and names of files out of words among which they stand without markup.
    private static void replaceBare(Node words, ReadingNotes notes) {
        BasedSequence chars = words.getChars();
        int from = 0;
        for (SourceSpan span : notes.restrictedMentions(chars.toString())) {
            words.insertBefore(new Text(chars.subSequence(from, span.start())));
            words.insertBefore(new RestrictedReference(chars.subSequence(span.start(), span.end())));
            from = span.end();
        }
        if (from > 0) {
            words.insertBefore(new Text(chars.subSequence(from)));
            words.unlink();
        }
    }

    /// Whether words in brackets are none of markdown's links and meant as one: `[[file|words]]`, `[words](file name.md)`, or by a
    /// definition of such an address.
    private static boolean isMeant(LinkRef words, ReadingNotes notes) {
        BasedSequence label = words.getReference().isBlank() ? words.getText() : words.getReference();
        if (notes.restrictedLabel(label.toString())) {
            return true;
        }
        BasedSequence text = words.getChars().getBaseSequence();
        int start = words.getStartOffset();
        int end = words.getEndOffset();
        if (end >= text.length()) {
            return false;
        }
        if (start > 0 && text.charAt(start - 1) == '[' && text.charAt(end) == ']') {
            return notes.restricted(label.toString().split("[|#]", 2)[0]);
        }
        int closing = text.charAt(end) == '(' ? text.indexOf(')', end, Math.min(text.length(), end + LONGEST_ADDRESS)) : -1;
        return closing > 0 && !notes.restrictedMentions(text.subSequence(end + 1, closing).toString()).isEmpty();
    }

    private static boolean isOpening(BasedSequence tag) {
        return tag.startsWith("<a") || tag.startsWith("<A");
    }

    /// Whether a block of HTML begins a link to a restricted document that goes on behind it.
    private static boolean leavesOpen(String html, ReadingNotes notes) {
        String lower = html.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf("<a");
        if (last < 0 || lower.indexOf("</a", last) >= 0) {
            return false;
        }
        return notes.restricted(Jsoup.parseBodyFragment(html.substring(last)).body().select("a").attr("href"));
    }

    private static @Nullable String addressOf(Node node, Document tree) {
        return switch (node) {
            case Link link -> link.getUrl().unescape();
            case Image image -> image.getUrl().unescape();
            case LinkRef ref -> addressOf(ref.getReferenceNode(tree));
            case ImageRef ref -> addressOf(ref.getReferenceNode(tree));
            case AutoLink auto -> auto.getText().unescape();
            case HtmlInline raw when isOpening(raw.getChars()) ->
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
            boolean closing = node instanceof HtmlInline raw && raw.getChars().toString().matches("(?i)</a\\s*>")
                || node instanceof HtmlBlockBase block && block.getChars().toString().toLowerCase(Locale.ROOT).contains("</a");
            node.unlink();
            if (closing) {
                return next;
            }
            node = next;
        }
        return null;
    }
}
