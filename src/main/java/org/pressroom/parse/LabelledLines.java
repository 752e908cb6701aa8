package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Vocabulary;
import org.pressroom.config.YamlValue;
import org.pressroom.model.MetadataCarrier;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Metadata in lines of `**Key:** value`, `**Key**: value` or `Key: value`, one or several in a line, directly under the title or at the
/// top of the file. A paragraph counts when one of its keys [says what metadata say](MetadataLabel), so that a press release's own
/// labels stay text.
final class LabelledLines {

    private static final Pattern PIECE = Pattern.compile(
        "(?:\\*\\*|__|[*_])?([\\p{L}][\\p{L}\\p{N} _./-]{0,40}?)(?:\\(s\\))?\\s*+(?:(?:\\*\\*|__|[*_])\\s*+[:：]|[:：]\\s*+(?:\\*\\*|__)|[:：](?=\\s|$)|：)\\s*+(.*)", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("\\s{1,9}(?:[|·•‧]\\s{1,9}(?=\\S)|(?=(?:\\*\\*|__)[\\p{L}][\\p{L}\\p{N} _./-]{0,40}(?:(?:\\*\\*|__)\\s*[:：]|[:：]\\s*(?:\\*\\*|__))))");
    private static final Pattern BREAK = Pattern.compile("<br\\s{0,3}/?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PARAGRAPH = Pattern.compile("\\s{0,3}(?:#{1,6}\\s|```|~~~|[-*+]\\s|>|\\||[-=*_]{3,200}+\\s{0,9}+$|\\d{1,9}[.)]\\s)");

    /// Lines looked at; what is longer is a document's own text.
    private static final int MOST_LINES = 60;
    private static final int LONGEST_LINE = 2_000;

    private final SourceText source;
    private final Vocabulary vocabulary;
    private final List<YamlValue.Entry> entries = new ArrayList<>();
    private int last;

    private LabelledLines(SourceText source, Vocabulary vocabulary) {
        this.source = source;
        this.vocabulary = vocabulary;
    }

    /// @param start the line where what stands under the title begins
    static @Nullable RawMetadata read(SourceText source, int start, Vocabulary vocabulary) {
        LabelledLines reader = new LabelledLines(source, vocabulary);
        int line = start;
        boolean whole = true;
        while (whole && line <= source.lines().count() && line < start + MOST_LINES) {
            int size = reader.entries.size();
            whole = reader.paragraph(line);
            if (reader.entries.size() == size) {
                break;
            }
            line = reader.last + 1;
            while (line <= source.lines().count() && source.lines().textOf(line).isBlank()) {
                line++;
            }
        }
        return reader.result(start);
    }

    private @Nullable RawMetadata result(int start) {
        if (entries.isEmpty()) {
            return null;
        }
        SourceSpan span = new SourceSpan(entries.getFirst().keySpan().start(), Math.max(entries.getFirst().keySpan().start(), entries.getLast().value().span().end()));
        return new RawMetadata(MetadataCarrier.LINES, last < start ? null : new LineSpan(start, last), FrontMatter.unfold(entries, span), 1);
    }

    /// Reads one paragraph.
    ///
    /// @return whether all of it is metadata
    private boolean paragraph(int from) {
        LineMap lines = source.lines();
        List<YamlValue.Entry> found = new ArrayList<>();
        int line = from;
        boolean whole = true;
        while (line <= lines.count() && line < from + MOST_LINES) {
            String text = lines.textOf(line);
            if (text.isBlank() || NO_PARAGRAPH.matcher(text).lookingAt()) {
                break;
            }
            List<YamlValue.Entry> here = whole ? pieces(text, lines.startOf(line)) : List.of();
            if (!here.isEmpty()) {
                found.addAll(here);
            } else if (!found.isEmpty() && whole && (Character.isWhitespace(text.charAt(0)) || mayGoOn(found.getLast()))) {
                UnderTitleMetadata.continueLast(found, text.strip(), lines.endOf(line));
            } else {
                whole = false;
            }
            line++;
        }
        if (found.stream().noneMatch(entry -> MetadataLabel.says(entry, vocabulary))) {
            return false;
        }
        whole &= !found.removeIf(entry -> MetadataLabel.mayBeProse(entry, vocabulary));
        entries.addAll(found);
        last = whole ? line - 1 : last;
        return whole;
    }

    /// Whether the value may be wrapped: of a key whose value is free.
    private boolean mayGoOn(YamlValue.Entry entry) {
        return !MetadataSchema.knows(entry.key(), vocabulary);
    }

    private static List<YamlValue.Entry> pieces(String text, int start) {
        if (text.length() > LONGEST_LINE) {
            return List.of();
        }
        String bare = withoutBreak(text);
        int from = bare.length() - bare.stripLeading().length();
        String mark = around(bare.substring(from));
        bare = bare.substring(0, bare.length() - mark.length());
        from += mark.length();
        List<YamlValue.Entry> entries = new ArrayList<>();
        Matcher between = BETWEEN.matcher(bare);
        while (from < bare.length()) {
            int to = between.find(from) ? between.start() : bare.length();
            Matcher m = PIECE.matcher(bare).region(from, to);
            if (!m.matches()) {
                return List.of();
            }
            entries.add(UnderTitleMetadata.entry(m.group(1), m.group(2), start + m.start(1), start + m.start(2)));
            from = to == bare.length() ? to : between.end();
        }
        return entries;
    }

    private static String withoutBreak(String text) {
        String bare = BREAK.matcher(text).replaceAll("").stripTrailing();
        return bare.endsWith("\\") ? bare.substring(0, bare.length() - 1).stripTrailing() : bare;
    }

    /// The marks of emphasis around the whole of a line.
    private static String around(String text) {
        for (String mark : List.of("***", "**", "__", "*", "_")) {
            if (text.length() > 2 * mark.length() && text.startsWith(mark) && text.endsWith(mark) && text.indexOf(mark, mark.length()) == text.length() - mark.length()) {
                return mark;
            }
        }
        return "";
    }
}
