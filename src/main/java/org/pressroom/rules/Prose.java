package org.pressroom.rules;

import org.jspecify.annotations.Nullable;
import org.pressroom.source.LineSpan;
import org.pressroom.source.SourceSpan;
import org.pressroom.source.SourceText;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;

/// A document's prose in the form in which words are looked for, each character with its place in the source.
///
/// Lower case, one space for any run of white space and hyphens, straight apostrophes; without code, comments, tags,
/// addresses and the marks of markdown. A line feed ends whatever a word can't reach over: paragraph, list item, table
/// cell. What stands in quotation marks or in a block quotation is there, and marked. Made by [ProseReader]; immutable.
final class Prose {

    /// No letter of a script without spaces is below: the first of Hangul.
    private static final char FIRST_WIDE = 0x1100;

    /// Dashes, quotation marks, arrows and the like, of which texts are full.
    private static final char FIRST_MARK = 0x2000;
    private static final char LAST_MARK = 0x2e7f;

    static final char BREAK = '\n';

    /// Letters of a word that may belong to the one before, as in "significantly faster".
    private static final int TELLING = 4;

    private static final Set<String> SMALL = Set.of("from", "with", "than", "when", "that", "into", "over", "this", "these",
        "while", "because", "oder", "auch", "dans", "pour", "avec", "para", "como", "pero");

    private final char[] characters;
    private final int length;
    private final int[] offsets;
    private final BitSet quoted;
    private final int[] sentences;
    private final BitSet numbered;

    /// @param length    how many of the characters and offsets count
    /// @param offsets   of each character in the source, ascending
    /// @param quoted    characters of quotations
    /// @param sentences first character of each sentence, ascending
    /// @param numbered  sentences that hold a digit
    Prose(char[] characters, int[] offsets, int length, BitSet quoted, int[] sentences, BitSet numbered) {
        this.characters = characters;
        this.offsets = offsets;
        this.length = length;
        this.quoted = quoted;
        this.sentences = sentences;
        this.numbered = numbered;
    }

    /// The prose of a markdown file.
    ///
    /// @param from     the first line below front matter
    /// @param metadata lines that are left out, wherever they stand; null for none
    static Prose of(SourceText source, int from, @Nullable LineSpan metadata) {
        return new ProseReader(source.text()).read(source.lines(), from, metadata);
    }

    /// The prose of words without markup.
    static Prose ofPlain(String text) {
        return new ProseReader(text).readPlain();
    }

    /// A character in the form in which words are looked for.
    static char plain(char c) {
        if (c < 0x80) {
            return c == '-' || c <= ' ' ? ' ' : Character.toLowerCase(c);
        }
        return switch (c) {
            case '’', 'ʼ' -> '\'';
            case '‐', '‑', '\u00a0', '\u202f', '\u2009', '\u3000' -> ' ';
            default -> Character.toLowerCase(c);
        };
    }

    /// Whether a character belongs to a script that is written without spaces, or with endings joined to words.
    static boolean isWide(char c) {
        return c >= FIRST_WIDE && (c < FIRST_MARK || c > LAST_MARK) && switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> c == 'ー';
        };
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    /// Where a character stands in the source.
    int offset(int index) {
        return offsets[index];
    }

    boolean isQuoted(int index) {
        return quoted.get(index);
    }

    /// Whether a word may end before a character.
    boolean endsWord(int index) {
        return index >= length || isWide(characters[index - 1]) || !Character.isLetterOrDigit(characters[index]);
    }

    /// An entry of a word list that was found.
    ///
    /// @param start its first character
    /// @param end   after the last one; the ending and the word that belong to it are added here
    WordHit hit(Term term, int start, int end) {
        int last = isWide(characters[end - 1]) ? end : endOfWord(end);
        if (term.taken() && last + 1 < length && characters[last] == ' ') {
            int further = endOfWord(last + 1);
            last = further - last - 1 >= TELLING && !SMALL.contains(new String(characters, last + 1, further - last - 1)) ? further : last;
        }
        return new WordHit(term, new SourceSpan(offsets[start], offsets[last - 1] + 1), quoted.get(start), start);
    }

    private int endOfWord(int index) {
        int end = index;
        while (end < length && Character.isLetterOrDigit(characters[end])) {
            end++;
        }
        return end;
    }

    /// The number of the sentence that holds a character.
    int sentenceAt(int index) {
        int at = Arrays.binarySearch(sentences, index);
        return at >= 0 ? at : -at - 2;
    }

    /// Whether a sentence holds a digit.
    boolean hasNumber(int sentence) {
        return numbered.get(sentence);
    }

    /// The first character that stands at or behind an offset of the source.
    int indexAt(int offset) {
        int at = Arrays.binarySearch(offsets, 0, length, offset);
        return at >= 0 ? at : -at - 1;
    }

    /// The characters of some lines, as first and one after the last.
    SourceSpan range(SourceText source, LineSpan lines) {
        int count = source.lines().count();
        int from = indexAt(source.lines().startOf(Math.min(lines.from(), count)));
        return new SourceSpan(from, Math.max(from, indexAt(source.lines().endOf(Math.min(lines.to(), count)))));
    }

    /// The first and after the last character of a sentence.
    SourceSpan sentence(int number) {
        return new SourceSpan(sentences[number], number + 1 < sentences.length ? sentences[number + 1] : length);
    }
}
