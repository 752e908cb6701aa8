package org.pressroom.parse;

import org.jspecify.annotations.Nullable;
import org.pressroom.parse.Unit.Shape;
import org.pressroom.source.SourceText;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The [traits][Trait] of the blocks of a release: of each [by itself][OwnTraits], by its [place][PlacedTraits], and
/// [beside the others][ComparedTraits], and of quotations [who speaks][SpokenTraits]. Linear in the text. Filled once; for one document and thread.
final class Traits {

    static final int PROSE_WORDS = 15;
    static final int[] LENGTHS = {3, 8, 15, 25, 40, 70, 120};
    private static final int ROW = (Trait.ALL.size() + 63) / 64;

    private final SourceText source;
    private final Weighing weighing;
    private final List<Unit> units;
    private final BareParagraph[] evidence;
    private final int[] words;
    private final boolean[] prose;
    /// A bit for each trait, block by block.
    private final long[] found;
    /// What the words of a block announce, by block; what was not looked up yet is null.
    private final List<Labels.@Nullable Found>[] labels;

    /// What of the document as a whole is known.
    ///
    /// @param releaseNamed whether a heading names the press release
    /// @param genre        whether the title says what kind of document it is
    record Weighing(boolean releaseNamed, boolean genre) { }

    @SuppressWarnings("unchecked")
    private Traits(SourceText source, List<Unit> units, Weighing weighing, Cues cues, ProductName product) {
        this.source = source;
        this.units = units;
        this.weighing = weighing;
        int n = units.size();
        this.evidence = new BareParagraph[n];
        this.words = new int[n];
        this.prose = new boolean[n];
        this.found = new long[n * ROW];
        this.labels = new List[n];
        for (int i = 0; i < n; i++) {
            Unit unit = units.get(i);
            evidence[i] = new BareParagraph(unit.isWords() ? null : unit.node(), unit.lines(), unit.text(), cues, product);
            words[i] = Words.count(unit.text());
        }
    }

    static Traits of(SourceText source, List<Unit> units, Weighing weighing, Cues cues, ProductName product) {
        Traits traits = new Traits(source, units, weighing, cues, product);
        new OwnTraits(traits).note();
        traits.findProse();
        new PlacedTraits(traits).note();
        new SpokenTraits(traits, new Quotations(cues, product)).note();
        new ComparedTraits(traits).note();
        return traits;
    }

    /// The traits of each block, ascending.
    int[][] table() {
        int[][] table = new int[units.size()][];
        int[] row = new int[Trait.ALL.size()];
        for (int i = 0; i < table.length; i++) {
            int size = 0;
            for (int word = 0; word < ROW; word++) {
                for (long left = found[i * ROW + word]; left != 0; left &= left - 1) {
                    row[size++] = word * 64 + Long.numberOfTrailingZeros(left);
                }
            }
            table[i] = Arrays.copyOf(row, size);
        }
        return table;
    }

    // ---- what the classes that note traits share

    SourceText source() {
        return source;
    }

    Weighing weighing() {
        return weighing;
    }

    List<Unit> units() {
        return units;
    }

    BareParagraph evidence(int i) {
        return evidence[i];
    }

    int words(int i) {
        return words[i];
    }

    void add(int i, Trait trait) {
        found[i * ROW + (trait.ordinal() >> 6)] |= 1L << trait.ordinal();
    }

    void note(int i, boolean is, Trait trait) {
        if (is) {
            add(i, trait);
        }
    }

    boolean has(int i, Trait trait) {
        return i >= 0 && i < units.size() && (found[i * ROW + (trait.ordinal() >> 6)] & 1L << trait.ordinal()) != 0;
    }

    Labels.@Nullable Found label(int i) {
        if (labels[i] == null) {
            labels[i] = new ArrayList<>(1);
            labels[i].add(Labels.find(units.get(i).text()));
        }
        return labels[i].getFirst();
    }

    /// Whether a block is a paragraph, and not a line that stands by itself.
    boolean isProse(int i) {
        return prose[i];
    }

    private void findProse() {
        for (int i = 0; i < prose.length; i++) {
            prose[i] = units.get(i).isWords() && words[i] >= PROSE_WORDS && !has(i, Trait.BOLD) && !has(i, Trait.DATELINE_FORM)
                && !(has(i, Trait.ITALIC) && words[i] < LENGTHS[4]);
        }
    }
}
