package org.pressroom.parse;

import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.util.ast.Node;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Slots of a template that nobody filled.
final class Placeholders {

    private static final Pattern SLOT = Pattern.compile(
        "\\b(?:TODO|TBD|TBC|FIXME|XXX+)\\b|(?i:lorem ipsum)|\\{\\{[^}]{1,80}\\}\\}|_{6,}"
            + "|(?i:\\[(?:insert|your|add|enter|fill in|describe|product name|company name|customer name|company|customer"
            + "|product|city|location|date|name|title|role|job title|quote|month day|headline|subheading|…|\\.\\.\\.)"
            + "\\b[^\\]\\[]{0,80}\\](?![(\\[:]))"
            + "|(?i:\\[x{1,5}\\b[^\\]\\[;,=()|]{0,80}\\](?![(\\[:]))"
            + "|(?i:<(?:insert|your|add|enter|fill)[ _-][^>]{1,60}>)");

    /// How what stands in brackets begins, in [#SLOT].
    private static final List<String> BEGINNINGS = List.of("insert", "your", "add", "enter", "fill", "describe", "product", "company",
        "customer", "city", "location", "date", "name", "title", "role", "job", "quote", "month", "headline", "subheading", "x", "…", "...");

    private static final String QUOTES = "\"“”„«»";

    private static final Pattern ONLY_SLOT = Pattern.compile(
        "…|(?i:TODO|TBD|TBC|FIXME|XXX+|n/?a|to be (?:written|decided|determined|defined|done|confirmed|answered)"
            + "|coming soon|answer|placeholder)(?:\\W.{0,40})?");
    private static final int ONLY_SLOT_LENGTH = 60;

    /// The box of a task, which is ticked and no slot.
    private static final Pattern TICK = Pattern.compile("^[\\s>]{0,40}+(?:[-*+]|\\d{1,9}[.)])\\s{1,4}+\\[[xX]\\](?=\\s)");

    private Placeholders() { }

    /// Whether a line holds an unfilled slot.
    static boolean in(String line) {
        if (!mayHold(line)) {
            return false;
        }
        String stretch = TICK.matcher(line).replaceFirst("");
        return mayHold(stretch) && SLOT.matcher(stretch).results().anyMatch(slot -> !isMentioned(stretch, slot.start()));
    }

    /// Whether what looks like a slot is an element of something (`F[X]`), or named in quotation marks.
    private static boolean isMentioned(String line, int start) {
        char first = line.charAt(start);
        char before = start == 0 ? ' ' : line.charAt(start - 1);
        return first == '[' && (Character.isLetterOrDigit(before) || before == '!' || before == ')' || before == ']')
            || QUOTES.indexOf(before) >= 0 && Character.isLetter(first);
    }

    /// Where code stands in a block, which shows slots to others: `{{each}}` in a text about a language of templates. Offsets are
    /// those of the whole text.
    static BitSet code(Node block) {
        BitSet code = new BitSet();
        for (Node node : block.getDescendants()) {
            if (node instanceof Code || node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock || node instanceof HtmlInlineComment) {
                code.set(node.getStartOffset(), node.getEndOffset());
            }
        }
        return code;
    }

    /// A line with blanks in place of its code.
    ///
    /// @param start of the line in the whole text
    static String without(BitSet code, String line, int start) {
        StringBuilder rest = new StringBuilder(line);
        for (int at = code.nextSetBit(start); at >= 0 && at < start + line.length(); at = code.nextSetBit(at + 1)) {
            rest.setCharAt(at - start, ' ');
        }
        return rest.toString();
    }

    /// Whether something stands in a text with which a slot could begin. Spares nearly all texts the pattern, and jumps
    /// from one such beginning to the next.
    static boolean mayHold(String text) {
        return text.contains("TODO") || text.contains("TBD") || text.contains("TBC") || text.contains("FIXME")
            || text.contains("XXX") || text.contains("{{") || text.contains("______")
            || anyBegins(text, '[') || anyBegins(text, '<')
            || Stream.of("m i", "m I", "M i", "M I").anyMatch(joint -> holdsLorem(text, joint));
    }

    private static boolean holdsLorem(String text, String joint) {
        for (int at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
            if (text.regionMatches(true, at - 4, "lorem ipsum", 0, 11)) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyBegins(String text, char bracket) {
        for (int at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
            if (begins(text, at + 1)) {
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
