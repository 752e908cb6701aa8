package org.pressroom.parse;

import java.util.List;
import java.util.regex.Pattern;

/// Slots of a template that nobody filled.
final class Placeholders {

    private static final Pattern SLOT = Pattern.compile(
        "\\b(?:TODO|TBD|TBC|FIXME|XXX+)\\b|(?i:lorem ipsum)|\\{\\{[^}]{1,80}\\}\\}|_{6,}"
            + "|(?i:\\[(?:insert|your|add|enter|fill in|describe|product name|company name|customer name|company|customer"
            + "|product|city|location|date|name|title|role|job title|quote|month day|headline|subheading|x{1,5}|…|\\.\\.\\.)"
            + "\\b[^\\]\\[]{0,80}\\](?![(\\[:]))"
            + "|(?i:<(?:insert|your|add|enter|fill)[ _-][^>]{1,60}>)");

    /// How what stands in brackets begins, in [#SLOT].
    private static final List<String> BEGINNINGS = List.of("insert", "your", "add", "enter", "fill", "describe", "product", "company",
        "customer", "city", "location", "date", "name", "title", "role", "job", "quote", "month", "headline", "subheading", "x", "…", "...");

    private static final Pattern ONLY_SLOT = Pattern.compile(
        "…|(?i:TODO|TBD|TBC|FIXME|XXX+|n/?a|to be (?:written|decided|determined|defined|done|confirmed|answered)"
            + "|coming soon|answer|placeholder)(?:\\W.{0,40})?");
    private static final int ONLY_SLOT_LENGTH = 60;

    private Placeholders() { }

    /// Whether a stretch of a text holds an unfilled slot.
    static boolean in(String text, int start, int end) {
        return mayHold(text, start, end) && SLOT.matcher(text.substring(start, end)).find();
    }

    /// Whether something stands there with which a slot could begin. Spares nearly all lines the pattern.
    private static boolean mayHold(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean may = switch (text.charAt(i)) {
                case 'T' -> text.startsWith("TODO", i) || text.startsWith("TB", i);
                case 'F' -> text.startsWith("FIXME", i);
                case 'X' -> text.startsWith("XX", i);
                case 'L', 'l' -> i + 1 < end && (text.charAt(i + 1) | 32) == 'o' && text.regionMatches(true, i, "lorem ipsum", 0, 11);
                case '{' -> text.startsWith("{{", i);
                case '_' -> text.startsWith("______", i);
                case '[', '<' -> begins(text, i + 1);
                default -> false;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text, int at) {
        for (String word : BEGINNINGS) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /// Whether an answer is nothing but a slot: `TBD`, `…`, `to be written`.
    static boolean isOnlySlot(String answer) {
        int start = 0;
        int end = answer.length();
        while (start < end && isEdge(answer.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(answer.charAt(end - 1))) {
            end--;
        }
        return end - start < ONLY_SLOT_LENGTH && (end == start || ONLY_SLOT.matcher(answer.substring(start, end)).matches());
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
