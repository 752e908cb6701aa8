package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Addresses that stand in a text without markup: `https://`, `http://`, `www.` and mail addresses, as GitHub links them. Linear.
///
/// Source: GitHub Flavored Markdown 0.29, "Autolinks (extension)", and cmark-gfm's `autolink.c` where that is silent: a host behind
/// `http://` needs no full stop. Punctuation of Chinese and Japanese ends an address here; for GitHub it is a part of it.
final class BareLinks {

    /// What may end a sentence behind an address.
    private static final String TAIL = "?!.,:*_~'\"";

    /// One of them stands in every address.
    private static final List<String> MARKS = List.of("@", "://", "www.");

    private BareLinks() { }

    /// Whether it is worth looking.
    static boolean mayHold(String text) {
        for (String mark : MARKS) {
            if (text.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /// Where it is worth looking: where a mark of every address stands.
    static BitSet marks(String text) {
        BitSet marks = new BitSet();
        for (String mark : MARKS) {
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
                marks.set(at);
            }
        }
        return marks;
    }

    /// Where addresses stand, in order.
    static List<SourceSpan> in(String text) {
        List<SourceSpan> found = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            SourceSpan span = switch (c) {
                case ':' -> text.startsWith("://", i) ? web(text, free, i) : null;
                case 'w' -> text.startsWith("www.", i) && mayBegin(text, i) ? address(text, i, i, false) : null;
                case '@' -> mail(text, free, i);
                default -> null;
            };
            if (span != null) {
                found.add(span);
                free = span.end();
                i = free - 1;
            }
        }
        return found;
    }

    /// What a browser or mail program is to open for an address that was found.
    static String href(String address) {
        return address.contains("://") ? address : address.startsWith("www.") ? "http://" + address : "mailto:" + address;
    }

    private static boolean mayBegin(String text, int at) {
        return at == 0 || Character.isWhitespace(text.charAt(at - 1)) || "*_~(\"'".indexOf(text.charAt(at - 1)) >= 0 || text.charAt(at - 1) >= 0x3000;
    }

    private static @Nullable SourceSpan web(String text, int free, int colon) {
        for (String scheme : List.of("https", "http")) {
            int start = colon - scheme.length();
            if (start >= free && text.regionMatches(true, start, scheme, 0, scheme.length()) && (start == 0 || !isAsciiLetter(text.charAt(start - 1)))) {
                return address(text, start, colon + "://".length(), true);
            }
        }
        return null;
    }

    private static @Nullable SourceSpan address(String text, int start, int host, boolean mayBeShort) {
        int end = host;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '<' && text.charAt(end) != '`' && !isWidePunctuation(text.charAt(end))) {
            end++;
        }
        end = trim(text, host, end);
        return isHost(text, host, end, mayBeShort) ? new SourceSpan(start, end) : null;
    }

    private static boolean isWidePunctuation(char c) {
        return c >= 0x3000 && c <= 0x301f || c >= 0xff01 && c <= 0xff0f || c >= 0xff1a && c <= 0xff1f || c >= 0xff5b && c <= 0xff65;
    }

    private static boolean isHost(String text, int from, int to, boolean mayBeShort) {
        int dots = 0;
        int scoresBefore = 0;
        int scores = 0;
        int i = from;
        for (; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
                scoresBefore = scores;
                scores = 0;
            } else if (c == '_') {
                scores++;
            } else if (c != '-' && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                break;
            }
        }
        return i > from && scores == 0 && scoresBefore == 0 && (dots > 0 || mayBeShort) && text.charAt(from) != '.';
    }

    /// Without the marks of the sentence around it, a bracket that the address does not open, and what looks like an entity.
    private static int trim(String text, int start, int end) {
        int opened = 0;
        int closed = 0;
        for (int i = start; i < end; i++) {
            opened += text.charAt(i) == '(' ? 1 : 0;
            closed += text.charAt(i) == ')' ? 1 : 0;
        }
        int last = end;
        while (last > start) {
            char c = text.charAt(last - 1);
            if (c == ')' && closed > opened) {
                closed--;
            } else if (c == ';') {
                int amp = last - 1;
                while (amp > start && Character.isLetterOrDigit(text.charAt(amp - 1))) {
                    amp--;
                }
                last = amp > start && amp < last - 1 && text.charAt(amp - 1) == '&' ? amp : last;
            } else if (TAIL.indexOf(c) < 0) {
                break;
            }
            last--;
        }
        return last;
    }

    private static @Nullable SourceSpan mail(String text, int free, int at) {
        int start = at;
        while (start > free && (isAsciiLetterOrDigit(text.charAt(start - 1)) || ".+-_".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        if (start == at || start > 0 && text.charAt(start - 1) == '/') {
            return null;
        }
        int end = at + 1;
        while (end < text.length() && (isAsciiLetterOrDigit(text.charAt(end)) || "-_.".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '@') {
            return null;
        }
        while (end > at && text.charAt(end - 1) == '.') {
            end--;
        }
        int dot = text.indexOf('.', at);
        return dot > at + 1 && dot < end && isAsciiLetterOrDigit(text.charAt(end - 1)) ? new SourceSpan(start, end) : null;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || c >= '0' && c <= '9';
    }
}
