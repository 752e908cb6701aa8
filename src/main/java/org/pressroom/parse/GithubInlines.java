package org.pressroom.parse;

import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.core.delimiter.AsteriskDelimiterProcessor;
import com.vladsch.flexmark.parser.core.delimiter.Delimiter;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.delimiter.DelimiterRun;
import com.vladsch.flexmark.parser.internal.InlineParserImpl;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import org.jspecify.annotations.Nullable;
import org.pressroom.source.SourceSpan;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/// flexmark's inline parser where GitHub differs from it: destinations of links, which it reads by an older specification or in
/// quadratic time, and marks of emphasis inside bare addresses, which are no marks. For one document and thread.
final class GithubInlines extends InlineParserImpl {

    /// As cmark, which bounds the time by it.
    private static final int MAX_PARENTHESES = 32;

    private BasedSequence whole = BasedSequence.NULL;
    /// As [BareLinks#marks] gives them for the whole text; null until they are needed.
    private @Nullable BitSet marks;
    private @Nullable BasedSequence scanned;
    private List<SourceSpan> addresses = List.of();
    private int nextAddress;

    GithubInlines(DataHolder options, BitSet special, BitSet delimiters, Map<Character, DelimiterProcessor> processors, LinkRefProcessorData references,
            List<InlineParserExtensionFactory> extensions) {
        super(options, special, delimiters, processors, references, extensions);
    }

    @Override
    public void initializeDocument(Document document) {
        super.initializeDocument(document);
        whole = document.getChars().getBaseSequence();
        marks = null;
    }

    /// `<…>` with spaces, or characters without them in which parentheses are balanced (GitHub Flavored Markdown 0.29, "Links").
    ///
    /// @return null when nothing here can be a destination
    @Override
    public @Nullable BasedSequence parseLinkDestination() {
        int start = index;
        boolean angled = peek() == '<';
        int end = angled ? endOfAngled(start + 1) : endOfBare(start);
        if (end < 0) {
            return null;
        }
        index = end;
        return input.subSequence(start, end);
    }

    private int endOfAngled(int from) {
        for (int i = from; i < input.length(); i++) {
            switch (input.charAt(i)) {
                case '>' -> {
                    return i + 1;
                }
                case '<', '\n', '\r' -> {
                    return -1;
                }
                case '\\' -> i++;
                default -> { }
            }
        }
        return -1;
    }

    private int endOfBare(int from) {
        int open = 0;
        int i = from;
        for (; i < input.length(); i++) {
            char c = input.charAt(i);
            if (c == '\\' && i + 1 < input.length() && input.charAt(i + 1) > ' ') {
                i++;
            } else if (c == '(') {
                open++;
                if (open > MAX_PARENTHESES) {
                    return -1;
                }
            } else if (c == ')') {
                if (open == 0) {
                    break;
                }
                open--;
            } else if (c <= ' ' || c == 0x7f) {
                break;
            }
        }
        return open == 0 ? i : -1;
    }

    @Override
    protected boolean parseDelimiters(DelimiterProcessor processor, char mark) {
        if (isInAddress()) {
            appendText(input.subSequence(index, index + 1));
            index++;
            return true;
        }
        return super.parseDelimiters(processor, mark);
    }

    private boolean isInAddress() {
        if (scanned != input) {
            scanned = input;
            addresses = mayHoldAddress(input) ? BareLinks.in(input.toString()) : List.of();
            nextAddress = 0;
        }
        while (nextAddress < addresses.size() && addresses.get(nextAddress).end() <= index) {
            nextAddress++;
        }
        return nextAddress < addresses.size() && addresses.get(nextAddress).start() <= index;
    }

    private boolean mayHoldAddress(BasedSequence stretch) {
        if (marks == null) {
            marks = BareLinks.marks(whole.toString());
        }
        int next = marks.nextSetBit(stretch.getStartOffset());
        return next >= 0 && next < stretch.getEndOffset();
    }

    /// `~x~` and `~~x~~`, each closed by as many as open it.
    static final class Struck implements DelimiterProcessor {

        @Override
        public char getOpeningCharacter() {
            return '~';
        }

        @Override
        public char getClosingCharacter() {
            return '~';
        }

        @Override
        public int getMinLength() {
            return 1;
        }

        @Override
        public boolean canBeOpener(String before, String after, boolean leftFlanking, boolean rightFlanking, boolean beforeIsPunctuation,
                boolean afterIsPunctuation, boolean beforeIsWhitespace, boolean afterIsWhiteSpace) {
            return leftFlanking;
        }

        @Override
        public boolean canBeCloser(String before, String after, boolean leftFlanking, boolean rightFlanking, boolean beforeIsPunctuation,
                boolean afterIsPunctuation, boolean beforeIsWhitespace, boolean afterIsWhiteSpace) {
            return rightFlanking;
        }

        @Override
        public @Nullable Node unmatchedDelimiterNode(InlineParser inlineParser, DelimiterRun delimiter) {
            return null;
        }

        @Override
        public boolean skipNonOpenerCloser() {
            return false;
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            return opener.length() == closer.length() && opener.length() <= 2 ? opener.length() : 0;
        }

        @Override
        public void process(Delimiter opener, Delimiter closer, int used) {
            opener.moveNodesBetweenDelimitersTo(new Strikethrough(opener.getTailChars(used), BasedSequence.NULL, closer.getLeadChars(used)), closer);
        }
    }

    /// `*x*` and `**x**`. Two runs of three, six … marks may end each other inside a word, which flexmark forbids.
    static final class Stars extends AsteriskDelimiterProcessor {

        Stars() {
            super(false);
        }

        @Override
        public int getDelimiterUse(DelimiterRun opener, DelimiterRun closer) {
            return opener.length() % 3 == 0 && closer.length() % 3 == 0 ? 2 : super.getDelimiterUse(opener, closer);
        }
    }
}
