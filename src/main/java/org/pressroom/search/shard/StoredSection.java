package org.pressroom.search.shard;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

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
    /// Characters that every browser takes for what the JDK takes them, and changes to lower case alike.
    private static final Pattern KNOWN = Pattern.compile("[\\x20-\u024F\u2010-\u2027]*");
    private static final Pattern NO_PART = Pattern.compile("[^\\p{L}\\p{Nd}_ -]");
    private static final Pattern GAPS = Pattern.compile("-+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    /// How many characters anchor and title take.
    int length() {
        return title.length() + (kind() == OTHER ? anchor.length() : 0);
    }

    /// How the anchor follows from the title.
    private int kind() {
        if (!KNOWN.matcher(title).matches()) {
            return OTHER;
        }
        String slug = slug(title);
        return anchor.equals(slug) ? HEADING : anchor.equals(QUESTION_MARK + slug) ? QUESTION : OTHER;
    }

    /// The anchor that most titles have.
    private static String slug(String title) {
        String parts = NO_PART.matcher(title.toLowerCase(Locale.ROOT)).replaceAll("").replace(' ', '-');
        String joined = GAPS.matcher(parts.substring(0, Math.min(LONGEST_SLUG, parts.length()))).replaceAll("-");
        return ENDS.matcher(joined).replaceAll("");
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
