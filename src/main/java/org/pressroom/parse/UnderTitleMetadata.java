package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata directly under the title: a two-column table, a list of `- **Key:** value`, or `> Key: value` lines.
///
/// A block counts only when one of its keys is known, so that an ordinary list under a title stays text. `Author(s)` is `Author`.
final class UnderTitleMetadata {

    private static final Pattern LIST_ITEM = Pattern.compile(
        "\\s{0,3}[-*+]\\s++(?:\\*\\*|__)?([\\p{L}][\\p{L}\\p{N} _./-]{0,40}?)(?:\\(s\\))?\\s*+(?:(?:\\*\\*|__)\\s*+[:：]|[:：]\\s*+(?:\\*\\*|__)|[:：])\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile("\\s{0,3}[-*+]\\s+\\S");
    /// More items without a key in a row are a list of something else.
    private static final int MOST_WITHOUT_KEY = 8;
    private static final Pattern QUOTE_LINE = Pattern.compile(
        "\\s{0,3}>\\s*+(?:[-*+]\\s++)?(?:\\*\\*|__)?([\\p{L}][\\p{L}\\p{N} _./-]{0,40}?)(?:\\(s\\))?\\s*+(?:(?:\\*\\*|__)\\s*+[:：]|[:：]\\s*+(?:\\*\\*|__)|[:：])\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern TABLE_ROW = Pattern.compile("\\s{0,3}\\|(.*?)(?<!\\\\)\\|(.*)", Pattern.DOTALL);
    private static final Pattern UNDERLINE = Pattern.compile("(?:=++|-++)\\s*+");
    private static final Pattern TITLE = Pattern.compile("#{1,2}\\s");

    /// What is longer is a document's own list or table.
    private static final int MOST_LINES = 200;

    private UnderTitleMetadata() { }

    /// Where what stands under the title begins: after the title, blank lines and comments.
    ///
    /// @param firstLine where to begin, after any front matter
    /// @return a line behind the last when nothing stands there
    static int startOf(SourceText source, int firstLine) {
        LineMap lines = source.lines();
        int line = skipBlank(lines, firstLine);
        if (line <= lines.count() && TITLE.matcher(lines.textOf(line)).lookingAt()) {
            return skipBlank(lines, line + 1);
        }
        boolean underlined = line + 1 <= lines.count() && !lines.textOf(line).isBlank()
            && UNDERLINE.matcher(lines.textOf(line + 1)).matches() && !lines.textOf(line).startsWith("|");
        return underlined ? skipBlank(lines, line + 2) : line;
    }

    /// @param line  as [#startOf] gives it
    /// @param known whether a key, as written, is one of the schema's
    static @Nullable RawMetadata read(SourceText source, int line, Predicate<String> known) {
        LineMap lines = source.lines();
        if (line > lines.count()) {
            return null;
        }
        String text = lines.textOf(line);
        if (TABLE_ROW.matcher(text).matches()) {
            return table(source, line, known);
        }
        if (QUOTE_LINE.matcher(text).matches()) {
            return block(source, line, MetadataCarrier.BLOCKQUOTE, QUOTE_LINE, known);
        }
        return LIST_ITEM.matcher(text).matches() ? block(source, line, MetadataCarrier.LIST, LIST_ITEM, known) : null;
    }

    private static int skipBlank(LineMap lines, int line) {
        int at = line;
        boolean comment = false;
        while (at <= lines.count()) {
            String text = lines.textOf(at).strip();
            comment |= text.startsWith("<!--");
            if (!comment && !text.isEmpty()) {
                break;
            }
            if (comment && text.contains("-->")) {
                if (!text.endsWith("-->")) {
                    break;
                }
                comment = false;
            }
            at++;
        }
        return at;
    }

    private static @Nullable RawMetadata block(
            SourceText source, int from, MetadataCarrier carrier, Pattern form, Predicate<String> known) {
        LineMap lines = source.lines();
        List<YamlValue.Entry> entries = new ArrayList<>();
        int to = from - 1;
        for (int line = from; line <= Math.min(lines.count(), from + MOST_LINES); line++) {
            String text = lines.textOf(line);
            Matcher m = form.matcher(text);
            boolean quote = carrier == MetadataCarrier.BLOCKQUOTE && text.strip().startsWith(">");
            if (m.matches()) {
                entries.add(entry(m.group(1), m.group(2), lines.startOf(line) + m.start(1), lines.startOf(line) + m.start(2)));
            } else if (quote && !text.strip().equals(">") && !entries.isEmpty()) {
                continueLast(entries, text.strip().substring(1).strip(), lines.endOf(line));
            } else if (!quote && !entries.isEmpty() && ITEM.matcher(text).lookingAt()) {
                // An item without a key, such as a mere link, does not end the list when one with a key follows.
                if (!anotherFollows(lines, line, form)) {
                    break;
                }
            } else if (!quote && (text.isBlank() || !Character.isWhitespace(text.charAt(0)) || entries.isEmpty())) {
                break;
            } else if (!quote) {
                continueLast(entries, text.strip(), lines.endOf(line));
            }
            to = line;
        }
        return result(carrier, from, to, entries, known);
    }

    /// Whether the list goes on with an item that has a key.
    private static boolean anotherFollows(LineMap lines, int line, Pattern form) {
        int next = line + 1;
        while (next <= lines.count() && next < line + MOST_WITHOUT_KEY && ITEM.matcher(lines.textOf(next)).lookingAt()
                && !form.matcher(lines.textOf(next)).matches()) {
            next++;
        }
        return next <= lines.count() && form.matcher(lines.textOf(next)).matches();
    }

    static void continueLast(List<YamlValue.Entry> entries, String more, int end) {
        YamlValue.Entry last = entries.removeLast();
        YamlValue.Scalar value = (YamlValue.Scalar) last.value();
        entries.add(new YamlValue.Entry(last.key(), last.keySpan(), new YamlValue.Scalar(
            (value.text() + " " + more).strip(), false, new SourceSpan(value.span().start(), Math.max(end, value.span().end())))));
    }

    private static @Nullable RawMetadata table(SourceText source, int from, Predicate<String> known) {
        LineMap lines = source.lines();
        List<YamlValue.Entry> entries = new ArrayList<>();
        boolean ruled = false;
        int to = from - 1;
        for (int line = from; line <= Math.min(lines.count(), from + MOST_LINES); line++) {
            String text = lines.textOf(line);
            Matcher m = TABLE_ROW.matcher(text);
            if (!ruled && isRule(text)) {
                ruled = true;
            } else if (m.matches()) {
                String value = m.group(2).strip();
                if (value.endsWith("|")) {
                    value = value.substring(0, value.length() - 1).strip();
                }
                if (!m.group(1).isBlank()) {
                    int indent = m.group(2).length() - m.group(2).stripLeading().length();
                    entries.add(entry(m.group(1), value, lines.startOf(line) + m.start(1), lines.startOf(line) + m.start(2) + indent));
                }
            } else {
                break;
            }
            to = line;
        }
        return ruled ? result(MetadataCarrier.TABLE, from, to, entries, known) : null;
    }

    /// Whether a line is what stands between a table's head and its rows.
    private static boolean isRule(String text) {
        return text.indexOf('-') >= 0 && text.chars().allMatch(c -> Character.isWhitespace(c) || c == ':' || c == '|' || c == '-');
    }

    private static @Nullable RawMetadata result(
            MetadataCarrier carrier, int from, int to, List<YamlValue.Entry> entries, Predicate<String> known) {
        if (to - from >= MOST_LINES || entries.stream().noneMatch(e -> known.test(e.key()))) {
            return null;
        }
        SourceSpan span = new SourceSpan(
            entries.getFirst().keySpan().start(), entries.getLast().value().span().end());
        return new RawMetadata(carrier, new LineSpan(from, to), FrontMatter.unfold(entries, span), 1);
    }

    static YamlValue.Entry entry(String rawKey, String rawValue, int keyStart, int valueStart) {
        String key = bare(rawKey);
        String value = bare(rawValue);
        int keyAt = keyStart + Math.max(0, rawKey.indexOf(key));
        int valueAt = valueStart + Math.max(0, rawValue.indexOf(value));
        return new YamlValue.Entry(key, new SourceSpan(keyAt, keyAt + key.length()),
            new YamlValue.Scalar(value, false, new SourceSpan(valueAt, valueAt + value.length())));
    }

    /// Without the emphasis or code marks around the whole of it.
    static String bare(String text) {
        String bare = text.strip();
        for (String mark : List.of("**", "__", "*", "_", "`")) {
            if (bare.length() > 2 * mark.length() && bare.startsWith(mark) && bare.endsWith(mark)
                    && bare.indexOf(mark, mark.length()) == bare.length() - mark.length()) {
                bare = bare.substring(mark.length(), bare.length() - mark.length()).strip();
            }
        }
        return bare;
    }
}
