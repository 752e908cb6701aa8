package org.pressroom.parse;

import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.DataKeyBase;
import com.vladsch.flexmark.util.sequence.BasedSequenceImpl;
import com.vladsch.flexmark.util.sequence.Range;
import com.vladsch.flexmark.util.sequence.SequenceUtils;
import com.vladsch.flexmark.util.sequence.builder.IBasedSegmentBuilder;
import org.jspecify.annotations.Nullable;
import org.pressroom.parallel.Turn;

/// A text, or a range of it, that a parser may work on only so much: some markdown makes a parser read or copy the same
/// characters again and again. Counting stops that on every machine at the same place, which a clock would not.
///
/// Two things are counted. Reads of characters: every sixteenth character counts for all, since a parser that reads a range too
/// often reads those too often as well, and counting each read makes parsing half as slow again. And copies of ranges:
/// flexmark joins the lines of a block anew for many of its lines, and each range it adds copies the list of those before it.
///
/// For one thread.
final class BoundedText extends BasedSequenceImpl {

    /// Reads that a character of ordinary prose costs are 30 to 120; this leaves room for odd but honest documents.
    private static final long READS_PER_CHARACTER = 1_500;
    private static final long READS_AT_LEAST = 30_000_000;
    /// About what ten megabytes of prose need, twice.
    private static final long READS_AT_MOST = 2_500_000_000L;
    private static final int SAMPLE = 16;
    /// What it costs to add one range to others, in sampled reads; and how many that stand there already cost one more.
    private static final int COPY = 1;
    private static final int RANGES = 32;

    /// What is left to spend, shared by all ranges of a text, in sampled reads.
    private static final class Allowance {
        private static final long LOOK = 1 << 16;

        private final @Nullable Turn turn = Turn.own();
        private long left;
        /// When that little is left, it is time to look at the clock.
        private long look;

        private Allowance(int length) {
            left = Math.clamp(READS_PER_CHARACTER * length, READS_AT_LEAST, READS_AT_MOST) / SAMPLE;
            look = left - LOOK;
        }

        private void spend(long reads) {
            left -= reads;
            if (left < look) {
                look();
            }
        }

        private void look() {
            look = Math.max(0, left - LOOK);
            if (left < 0 || turn != null && turn.isOver()) {
                throw new TooComplexException("reading it takes too long", 0);
            }
        }
    }

    private final String text;
    private final BoundedText whole;
    private final int start;
    private final int end;
    private final Allowance allowance;

    @SuppressWarnings("this-escape")
    BoundedText(String text) {
        super(0);
        this.text = text;
        this.whole = this;
        this.start = 0;
        this.end = text.length();
        this.allowance = new Allowance(text.length());
    }

    private BoundedText(BoundedText whole, int start, int end) {
        super(0);
        this.text = whole.text;
        this.whole = whole;
        this.start = start;
        this.end = end;
        this.allowance = whole.allowance;
    }

    @Override
    public int length() {
        return end - start;
    }

    @Override
    public char charAt(int index) {
        int at = start + index;
        if (index < 0 || at >= end) {
            throw new StringIndexOutOfBoundsException(index);
        }
        if ((at & SAMPLE - 1) == 0) {
            allowance.spend(1);
        }
        char c = text.charAt(at);
        return c == SequenceUtils.NUL ? SequenceUtils.ENC_NUL : c;
    }

    @Override
    public BoundedText subSequence(int from, int to) {
        SequenceUtils.validateStartEnd(from, to, length());
        return baseSubSequence(start + from, start + to);
    }

    @Override
    public BoundedText baseSubSequence(int from, int to) {
        SequenceUtils.validateStartEnd(from, to, text.length());
        return from == start && to == end ? this : from == 0 && to == text.length() ? whole : new BoundedText(whole, from, to);
    }

    @Override
    public void addSegments(IBasedSegmentBuilder<?> builder) {
        allowance.spend(COPY + builder.size() / RANGES);
        builder.append(start, end);
    }

    @Override
    public BoundedText getBaseSequence() {
        return whole;
    }

    @Override
    public Object getBase() {
        return text;
    }

    @Override
    public int getStartOffset() {
        return start;
    }

    @Override
    public int getEndOffset() {
        return end;
    }

    @Override
    public Range getSourceRange() {
        return Range.of(start, end);
    }

    @Override
    public int getIndexOffset(int index) {
        SequenceUtils.validateIndexInclusiveEnd(index, length());
        return start + index;
    }

    @Override
    public int getOptionFlags() {
        return 0;
    }

    @Override
    public boolean allOptions(int options) {
        return false;
    }

    @Override
    public boolean anyOptions(int options) {
        return false;
    }

    @Override
    public <T> T getOption(DataKeyBase<T> key) {
        return key.get(null);
    }

    @Override
    public @Nullable DataHolder getOptions() {
        return null;
    }

    @Override
    public String toString() {
        allowance.spend(length() / SAMPLE);
        return text.substring(start, end).replace(SequenceUtils.NUL, SequenceUtils.ENC_NUL);
    }
}
