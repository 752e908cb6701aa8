package org.pressroom.search.shard;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A stretch of a document that a hit can link to.
///
/// @param anchor the fragment; empty for the top of the page
/// @param title  its heading or question; empty when it has none
/// @param text   its prose, as much as is stored
public record StoredSection(String anchor, String title, String text) {

    private static final int OTHER = 0;
    private static final int HEADING = 1;
    private static final int QUESTION = 2;
    private static final String QUESTION_MARK = "q-";
    private static final int LONGEST_SLUG = 80;

    /// How many characters anchor and title take.
    int length() {
        return title.length() + (kind() == OTHER ? anchor.length() : 0);
    }

    /// How the anchor follows from the title.
    private int kind() {
        if (!isKnown(title)) {
            return OTHER;
        }
        String slug = slug(title);
        return anchor.equals(slug) ? HEADING : anchor.equals(QUESTION_MARK + slug) ? QUESTION : OTHER;
    }

    /// Whether every browser takes all characters for what the JDK takes them, and changes them to lower case alike.
    private static boolean isKnown(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c < ' ' || c > '\u024F' && (c < '\u2010' || c > '\u2027')) {
                return false;
            }
        }
        return true;
    }

    /// The anchor that most titles have: letters, digits and `_`, with one `-` for the blanks and hyphens between them.
    private static String slug(String title) {
        String lower = title.toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder(lower.length());
        boolean gap = false;
        for (int i = 0, taken = 0; i < lower.length() && taken < LONGEST_SLUG; i++) {
            char c = lower.charAt(i);
            if (c == ' ' || c == '-') {
                gap = !slug.isEmpty();
                taken++;
            } else if (c == '_' || Character.isLetter(c) || Character.isDigit(c)) {
                if (gap) {
                    slug.append('-');
                    gap = false;
                }
                slug.append(c);
                taken++;
            }
        }
        return slug.toString();
    }

    void write(ShardOutput out) {
        byte[] bytes = title.getBytes(StandardCharsets.UTF_8);
        int kind = kind();
        out.number(bytes.length * 4L + kind).octets(bytes, 0, bytes.length);
        if (kind == OTHER) {
            out.text(anchor);
        }
        out.text(text);
    }

    static StoredSection read(ShardInput in) {
        int head = in.number();
        String title = new String(in.octets(head >>> 2), StandardCharsets.UTF_8);
        String anchor = switch (head & 3) {
            case HEADING -> slug(title);
            case QUESTION -> QUESTION_MARK + slug(title);
            default -> in.text();
        };
        return new StoredSection(anchor, title, in.text());
    }
}
