package org.pressroom.parse;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.util.ast.Node;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The fragments of a document, each used once. For one document and thread.
///
/// A heading has GitHub's: its words in lower case, without what is neither a letter, a digit, `_`, `-` nor a space, each space a
/// hyphen; of equal ones the second gets `-1`. What else has a name, such as `<a name="x">`, keeps it where no heading has the same.
final class Anchors {

    private static final int MAX_LENGTH = 500;

    private final UnaryOperator<String> clean;
    private final Map<Node, String> ofHeadings = new IdentityHashMap<>();
    /// Of headings in HTML, by their words.
    private final Map<String, Deque<String>> ofHtml = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    /// Those that stand on the page.
    private final List<String> written = new ArrayList<>();

    /// @param tree  whose headings get theirs before anything else
    /// @param clean takes out of HTML what leads to documents of which nobody may know
    Anchors(Node tree, UnaryOperator<String> clean) {
        this.clean = clean;
        walk(tree);
    }

    private void walk(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                ofHeadings.put(heading, next(heading));
            } else if (node instanceof HtmlBlockBase html) {
                inHtml(html.getChars().toString());
            } else if (node.getFirstChild() instanceof com.vladsch.flexmark.util.ast.Block) {
                walk(node);
            }
        }
    }

    private String next(Heading heading) {
        StringBuilder words = new StringBuilder();
        collect(heading, words);
        return number(slug(words));
    }

    private void inHtml(String html) {
        if (html.contains("<h") || html.contains("<H")) {
            Jsoup.parseBodyFragment(clean.apply(html)).select("h1, h2, h3, h4, h5, h6").forEach(heading -> {
                String slug = slug(heading.text());
                ofHtml.computeIfAbsent(slug, _ -> new ArrayDeque<>()).add(number(slug));
            });
        }
    }

    /// The words of a heading, as GitHub takes them: without those of pictures.
    private static void collect(Node parent, StringBuilder words) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Image || node instanceof ImageRef)) {
                if (node.getFirstChild() != null && !(node instanceof Code)) {
                    collect(node, words);
                } else {
                    HtmlWriter.collectOne(node, words);
                }
            }
        }
    }

    private String number(String slug) {
        if (slug.isEmpty()) {
            return "";
        }
        String candidate = slug;
        while (!used.add(candidate)) {
            candidate = slug + "-" + last.merge(slug, 1, (n, _) -> n + 1);
        }
        return candidate;
    }

    private static String slug(CharSequence words) {
        String lower = Normalizer.normalize(words, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < lower.length() && slug.length() < MAX_LENGTH; ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (c == ' ') {
                slug.append('-');
            } else if (c == '-' || Character.isAlphabetic(c) || isWordPart(Character.getType(c))) {
                slug.appendCodePoint(c);
            }
        }
        return slug.toString();
    }

    private static boolean isWordPart(int type) {
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.CONNECTOR_PUNCTUATION || type == Character.NON_SPACING_MARK
            || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// GitHub's of a heading; null of what is none, or has no words.
    @Nullable String of(@Nullable Node heading) {
        String anchor = heading == null ? null : ofHeadings.get(heading);
        return anchor == null || anchor.isEmpty() ? null : write(anchor);
    }

    /// GitHub's of a heading in HTML; null when it has none.
    @Nullable String ofHtml(String words) {
        Deque<String> anchors = ofHtml.get(slug(words));
        String anchor = anchors == null ? null : anchors.poll();
        return anchor == null || anchor.isEmpty() ? null : write(anchor);
    }

    /// A further name, as written; null where it is taken or can't be one.
    @Nullable String named(String name) {
        boolean possible = !name.isEmpty() && name.length() <= MAX_LENGTH && name.chars().noneMatch(c -> c <= ' ' || c == '~' || Character.isISOControl(c));
        return possible && used.add(name) ? write(name) : null;
    }

    /// The name, or the next one that is free.
    String free(String wanted) {
        String candidate = wanted;
        while (!used.add(candidate)) {
            candidate = wanted + "-" + last.merge(wanted + "\n", 2, (n, _) -> n + 1);
        }
        return write(candidate);
    }

    private String write(String anchor) {
        written.add(anchor);
        return anchor;
    }

    /// All that were asked for so far.
    List<String> written() {
        return written;
    }
}
