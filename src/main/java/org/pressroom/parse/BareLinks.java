package org.pressroom.parse;

import org.pressroom.source.SourceSpan;

import java.util.ArrayList;
import java.util.List;

/// Addresses that stand in a text without markup, as GitHub's markdown links them. Linear.
final class BareLinks {

    private static final List<String> STARTS = List.of("https://", "http://", "www.");

    private BareLinks() { }

    /// Where addresses stand, in order.
    static List<SourceSpan> in(String text) {
        List<SourceSpan> found = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int start = next(text, from);
            if (start < 0) {
                break;
            }
            int end = start;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '<'
                    && text.charAt(end) < 0x3000) {
                end++;
            }
            from = end + 1;
            int trimmed = trim(text, start, end);
            int host = text.startsWith("www.", start) ? start + 4 : text.indexOf("//", start) + 2;
            if (trimmed > host && text.substring(host, trimmed).indexOf('.') > 0) {
                found.add(new SourceSpan(start, trimmed));
            }
        }
        return found;
    }

    private static int next(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == 'h' || c == 'w') && (at == 0 || " \t\n(*_~\"'".indexOf(text.charAt(at - 1)) >= 0 || text.charAt(at - 1) >= 0x3000)) {
                for (String start : STARTS) {
                    if (text.startsWith(start, at)) {
                        return at;
                    }
                }
            }
        }
        return -1;
    }

    /// Without final punctuation, and without a closing bracket that the address does not open.
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
            } else if (".,;:!?\"'*_~".indexOf(c) < 0) {
                break;
            }
            last--;
        }
        return last;
    }
}
