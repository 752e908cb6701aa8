package org.pressroom.parse;

import java.util.regex.Pattern;

/// Slots of a template that nobody filled.
final class Placeholders {

    private static final Pattern SLOT = Pattern.compile(
        "\\b(?:TODO|TBD|TBC|FIXME|XXX+)\\b|(?i:lorem ipsum)|\\{\\{[^}]{1,80}\\}\\}|_{6,}"
            + "|(?i:\\[(?:insert|your|add|enter|fill in|describe|product name|company name|customer name|company|customer"
            + "|product|city|location|date|name|title|role|job title|quote|month day|headline|subheading|x{1,5}|…|\\.\\.\\.)"
            + "\\b[^\\]\\[]{0,80}\\](?![(\\[:]))"
            + "|(?i:<(?:insert|your|add|enter|fill)[ _-][^>]{1,60}>)");

    private Placeholders() { }

    /// Whether a line holds an unfilled slot.
    static boolean in(String line) {
        return SLOT.matcher(line).find();
    }

    /// Whether an answer is nothing but a slot: `TBD`, `…`, `to be written`.
    static boolean isOnlySlot(String answer) {
        String bare = answer.strip().replaceAll("^[\\s\\p{Punct}]+|[\\s\\p{Punct}]+$", "");
        return bare.isEmpty() || bare.equals("…")
            || bare.matches("(?i)(?:TODO|TBD|TBC|FIXME|XXX+|n/?a|to be (?:written|decided|determined|defined|done|confirmed|answered)"
                + "|coming soon|answer|placeholder)(?:\\W.{0,40})?") && bare.length() < 60;
    }
}
