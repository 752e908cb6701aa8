package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineMap;
import org.pressroom.source.LineSpan;

import java.util.Arrays;
import java.util.BitSet;

/// Reads [Prose] out of markdown, in one pass. For one text and thread.
///
/// It knows just enough markdown to tell words from what is none: fences, indented code, comments, tags, addresses,
/// code spans. No search goes over the same characters twice: where a closing mark is missing on the rest of a line,
/// that is remembered for the rest of the line.
final class ProseReader {

    /// Quotation marks that open, each with those that close it at the same place of [#CLOSING].
    private static final String OPENING = "“„«»「『\"";
    private static final String[] CLOSING = {"”", "“”", "»", "«", "」", "』", "\""};

    private static final int LONGEST_ENTITY = 12;

    private final String source;
    /// The same as [#source], quicker to go through.
    private final char[] text;
    private final char[] characters;
    private final int[] offsets;
    private int length;
    private final BitSet quoted = new BitSet();
    private int[] sentences = new int[64];
    private int sentenceCount = 1;
    private final BitSet numbered = new BitSet();
    private boolean sentenceOver;

    /// The quotation that is open: its mark, the first character behind that; and whether it begins its paragraph.
    private char quotation;
    private int quotationStart;
    private boolean quotationLeads;
    private boolean inBlockQuotation;

    private boolean inComment;
    private char fence;
    private int fenceLength;
    private boolean inList;
    private boolean inIndentedCode;
    private boolean afterBlank = true;
    private boolean lineEnded;

    ProseReader(String source) {
        this.source = source;
        this.text = source.toCharArray();
        this.characters = new char[source.length() + 1];
        this.offsets = new int[source.length() + 1];
    }

    Prose read(LineMap lines, int from, @Nullable LineSpan metadata) {
        for (int line = from; line <= lines.count(); line++) {
            if (metadata == null || !metadata.contains(line)) {
                readLine(lines.startOf(line), lines.endOf(line));
            }
        }
        return prose();
    }

    Prose readPlain() {
        for (int i = 0; i < source.length(); i++) {
            put(text[i], i);
        }
        return prose();
    }

    private Prose prose() {
        endParagraph(source.length());
        return new Prose(characters, offsets, length, quoted, Arrays.copyOf(sentences, sentenceCount), numbered);
    }

    private void readLine(int start, int end) {
        int at = start;
        int indent = 0;
        boolean marked = false;
        while (at < end && (isBlank(text[at]) || text[at] == '>')) {
            marked |= text[at] == '>';
            indent = text[at] == '>' ? 0 : indent + (text[at] == '\t' ? 4 : 1);
            at++;
        }
        if (fence != 0) {
            closeFence(at, end);
        } else if (at == end) {
            endParagraph(start);
            afterBlank = true;
        } else if (inComment) {
            readInline(at, end);
        } else if (opensFence(at, end)) {
            endParagraph(start);
        } else if (indent >= 4 && !inList && (afterBlank || inIndentedCode)) {
            inIndentedCode = true;
            endParagraph(start);
        } else {
            inIndentedCode = false;
            if (marked != inBlockQuotation) {
                endParagraph(start);
                inBlockQuotation = marked;
            }
            readText(at, end, indent);
            afterBlank = false;
        }
    }

    private void closeFence(int at, int end) {
        int run = runOf(fence, at, end);
        if (run >= fenceLength && source.substring(at + run, end).isBlank()) {
            fence = 0;
            afterBlank = true;
        }
    }

    private boolean opensFence(int at, int end) {
        char c = text[at];
        int run = c == '`' || c == '~' ? runOf(c, at, end) : 0;
        if (run < 3 || c == '`' && source.substring(at + run, end).indexOf('`') >= 0) {
            return false;
        }
        fence = c;
        fenceLength = run;
        return true;
    }

    private int runOf(char c, int at, int end) {
        int i = at;
        while (i < end && text[i] == c) {
            i++;
        }
        return i - at;
    }

    /// A line of words, perhaps behind the mark of a heading or list item.
    private void readText(int start, int end, int indent) {
        int at = start;
        char c = text[at];
        if (c == '#') {
            endParagraph(at);
            inList = false;
            at += runOf('#', at, end);
            readInline(at, end);
            endParagraph(end);
            return;
        }
        int marker = listMarker(at, end);
        if (marker > 0) {
            inList = true;
            endParagraph(at);
            at += marker;
        } else if (indent == 0 && afterBlank) {
            inList = false;
        }
        readInline(at, end);
    }

    /// The length of `- `, `* `, `12. ` or the like; 0 when there is none.
    private int listMarker(int at, int end) {
        char c = text[at];
        int i = at;
        if (c == '-' || c == '*' || c == '+') {
            i++;
        } else {
            while (i < end && i - at < 9 && text[i] >= '0' && text[i] <= '9') {
                i++;
            }
            boolean numbered = i > at && i < end && (text[i] == '.' || text[i] == ')');
            i = numbered ? i + 1 : at;
        }
        return i > at && (i == end || isBlank(text[i])) ? i - at : 0;
    }

    private void readInline(int start, int end) {
        Line line = new Line(end);
        int at = start;
        while (at < end) {
            at = inComment || !isPlainLetter(text[at]) ? readNext(at, line) : readLetters(at, end);
        }
        put(' ', Math.min(end, source.length() - 1));
        lineEnded = true;
    }

    /// A run of small letters, which is most of any text and needs nothing but copying.
    private int readLetters(int start, int end) {
        int at = start;
        while (at < end && isPlainLetter(text[at])) {
            append(text[at], at);
            at++;
        }
        sentenceOver = false;
        lineEnded = false;
        return at;
    }

    /// Whether a character is a small letter with which no address begins.
    private static boolean isPlainLetter(char c) {
        return c >= 'a' && c <= 'z' && c != 'h' && c != 'w';
    }

    /// What is known of the rest of a line, so that nothing is searched for in vain twice.
    private static final class Line {
        final int end;
        long openRuns;
        boolean noParenthesis;
        boolean noBracket;

        Line(int end) {
            this.end = end;
        }
    }

    /// Reads one character or one stretch that is no prose.
    ///
    /// @return where to go on, always further
    private int readNext(int at, Line line) {
        char c = text[at];
        if (inComment) {
            int close = source.indexOf("-->", at, line.end);
            inComment = close < 0;
            return close < 0 ? line.end : close + 3;
        }
        if (c == ' ') {
            put(c, at);
            return at + 1;
        }
        switch (c) {
            case '`' -> {
                return afterCode(at, line);
            }
            case '<' -> {
                return afterTag(at, line);
            }
            case ']' -> {
                return afterTarget(at, line);
            }
            case 'h', 'w' -> {
                boolean begins = at == 0 || !Character.isLetterOrDigit(text[at - 1]);
                if (begins && (source.startsWith("http://", at) || source.startsWith("https://", at) || source.startsWith("www.", at))) {
                    return afterAddress(at, line);
                }
                put(c, at);
            }
            case '&' -> {
                int close = source.indexOf(';', at, Math.min(line.end, at + LONGEST_ENTITY));
                put(' ', at);
                return close < 0 ? at + 1 : close + 1;
            }
            case '\\', '*', '[', '~' -> { }
            case '|' -> endParagraph(at);
            default -> {
                if (OPENING.indexOf(c) >= 0 || quotation != 0) {
                    quote(c, at);
                }
                put(c, at);
            }
        }
        return at + 1;
    }

    private int afterCode(int at, Line line) {
        int run = runOf('`', at, line.end);
        if (run < Long.SIZE && (line.openRuns >> run & 1) == 0) {
            for (int i = at + run; i < line.end; ) {
                int other = runOf('`', i, line.end);
                if (other == run) {
                    put(' ', at);
                    return i + run;
                }
                i += Math.max(1, other);
            }
            line.openRuns |= 1L << run;
        }
        put(' ', at);
        return at + run;
    }

    private int afterTag(int at, Line line) {
        if (source.startsWith("<!--", at)) {
            inComment = true;
            return at + 4;
        }
        char following = at + 1 < line.end ? text[at + 1] : ' ';
        if (following == '/' || following == '!' || following >= 'a' && following <= 'z' || following >= 'A' && following <= 'Z') {
            for (int i = at + 1; i < line.end && text[i] != '<'; i++) {
                if (text[i] == '>') {
                    put(' ', at);
                    return i + 1;
                }
            }
        }
        put('<', at);
        return at + 1;
    }

    /// Behind the target of a link: `](address)` or `][name]`.
    private int afterTarget(int at, Line line) {
        char following = at + 1 < line.end ? text[at + 1] : ' ';
        if (following == '(' && !line.noParenthesis) {
            int close = source.indexOf(')', at + 1, line.end);
            line.noParenthesis = close < 0;
            return close < 0 ? at + 1 : close + 1;
        }
        if (following == '[' && !line.noBracket) {
            int close = source.indexOf(']', at + 1, line.end);
            line.noBracket = close < 0;
            return close < 0 ? at + 1 : close + 1;
        }
        return at + 1;
    }

    private int afterAddress(int at, Line line) {
        int i = at;
        while (i < line.end && !isBlank(text[i]) && text[i] != ')' && text[i] != '>') {
            i++;
        }
        put(' ', at);
        return i;
    }

    private void quote(char c, int at) {
        if (quotation != 0) {
            if (CLOSING[OPENING.indexOf(quotation)].indexOf(c) >= 0) {
                quoted.set(quotationStart, length);
                quotation = 0;
            }
            return;
        }
        boolean inches = c == '"' && at > 0 && Character.isDigit(text[at - 1]);
        if (!inches) {
            quotation = c;
            quotationStart = length;
            quotationLeads = length == 0 || characters[length - 1] == Prose.BREAK;
        }
    }

    private void put(char c, int at) {
        char plain = Prose.plain(c);
        if (plain == ' ') {
            if (sentenceOver) {
                beginSentence();
            }
            if (length > 0 && characters[length - 1] != ' ' && characters[length - 1] != Prose.BREAK) {
                append(' ', at);
            }
            return;
        }
        if (lineEnded && length > 1 && characters[length - 1] == ' ' && isJoined(plain) && isJoined(characters[length - 2])) {
            length--;
        }
        lineEnded = false;
        append(plain, at);
        if (plain >= '0' && plain <= '9' || plain > 0x7f && Character.isDigit(plain)) {
            numbered.set(sentenceCount - 1);
        }
        switch (plain) {
            case '.', '!', '?' -> sentenceOver = true;
            case '。', '！', '？' -> {
                sentenceOver = true;
                beginSentence();
            }
            case '"', '”', '»', ')', '\'' -> { }
            default -> sentenceOver = false;
        }
    }

    private void append(char c, int at) {
        if (inBlockQuotation) {
            quoted.set(length);
        }
        characters[length] = c;
        offsets[length++] = at;
    }

    private void beginSentence() {
        sentenceOver = false;
        if (sentences[sentenceCount - 1] < length) {
            if (sentenceCount == sentences.length) {
                sentences = Arrays.copyOf(sentences, sentenceCount * 2);
            }
            sentences[sentenceCount++] = length;
        }
    }

    /// A quotation that begins a paragraph and stays open goes on in the next one; any other was a mark by itself.
    private void endParagraph(int at) {
        if (quotation != 0 && quotationLeads) {
            quoted.set(quotationStart, length);
        }
        quotation = 0;
        if (length > 0 && characters[length - 1] == ' ') {
            characters[length - 1] = Prose.BREAK;
        } else if (length > 0 && characters[length - 1] != Prose.BREAK) {
            append(Prose.BREAK, Math.min(at, source.length()));
        }
        beginSentence();
    }

    /// Whether lines are joined without a space between such characters: Chinese and Japanese, but not Korean.
    private static boolean isJoined(char c) {
        return Prose.isWide(c) && Character.UnicodeScript.of(c) != Character.UnicodeScript.HANGUL;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }
}
