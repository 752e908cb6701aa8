package org.pressroom.model;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of metadata with links in it, as authors write them: `[words](address)`, `<address>` or a bare web address.
/// Marks of emphasis and code are left out.
public record LinkedText(List<Piece> pieces) {

    /// @param text as shown
    /// @param href the address that it leads to, as written; null for mere words
    public record Piece(String text, @Nullable String href) { }

    private static final Pattern LINK = Pattern.compile(
        "!?\\[([^\\[\\]]*+)\\](?:\\(([^()\\s]{0,2000}+(?:\\([^()\\s]{0,200}+\\)[^()\\s]{0,200}+){0,9}+)\\)|\\[[^\\[\\]]*+\\])"
            + "|<(https?://[^<>\\s]++)>|(https?://[^<>\\s()]++(?:\\([^<>\\s()]*+\\)[^<>\\s()]*+)*+)");

    /// What no address ends in: marks of the sentence around it.
    private static final String TAIL = ".,;:!?'\"*_";

    private static final Pattern MARKS = Pattern.compile(
        "(?<![\\p{L}\\p{N}])[*_]{1,3}(?=\\S)|(?<=\\S)[*_]{1,3}(?![\\p{L}\\p{N}])|`|\\\\(?=\\p{Punct})");

    public LinkedText {
        pieces = List.copyOf(pieces);
    }

    /// Reads one line.
    public static LinkedText of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        Matcher m = LINK.matcher(text);
        while (m.find()) {
            words(pieces, text.substring(from, m.start()));
            if (m.group(1) != null) {
                pieces.add(new Piece(unmarked(m.group(1)), m.group(2)));
                from = m.end();
            } else {
                String address = m.group(3) != null ? m.group(3) : withoutTail(m.group(4));
                pieces.add(new Piece(address, address));
                from = m.group(3) != null ? m.end() : m.start() + address.length();
            }
        }
        words(pieces, text.substring(from));
        return new LinkedText(pieces);
    }

    private static void words(List<Piece> pieces, String text) {
        String words = unmarked(text);
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, null));
        }
    }

    private static String withoutTail(String address) {
        int end = address.length();
        while (end > 0 && TAIL.indexOf(address.charAt(end - 1)) >= 0) {
            end--;
        }
        return address.substring(0, end);
    }

    private static String unmarked(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    /// The words alone.
    public String plain() {
        StringBuilder plain = new StringBuilder();
        pieces.forEach(piece -> plain.append(piece.text()));
        return plain.toString().strip();
    }

    /// The address of the first link; null when there is none.
    public @Nullable String firstAddress() {
        return pieces.stream().map(Piece::href).filter(href -> href != null && !href.isEmpty()).findFirst().orElse(null);
    }
}
