package org.pressroom.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What a code point is to the search, and how it is folded: frozen, so that it is the same on every JDK and in the
/// page.
///
/// The resource `characters.txt` holds two lines, which `assets/search-characters.js` carries too. Both are runs in
/// ascending order; numbers are written in base 32, least digit first, one character of `A–Za–z0–9+/` for each (value
/// plus 32 when more digits follow); signed numbers are zigzagged.
///
/// - *classes*: `gap`, `length * 4 + class`; what no run covers is a separator
/// - *folds*: `gap`, `length * 4 + type`, then by type: 0, all become one text: its length and its ASCII characters;
///   1, each plus a signed difference; 2, every second one (`length` of them) plus a signed difference; 3, all vanish
///
/// `gap` counts the code points since the last run's end. A fold is the lower case (each code point for itself,
/// Unicode's simple mapping), then what Lucene's `ASCIIFoldingFilter` makes of it. Tags and variation selectors from
/// U+E0000 on are ignored. Derived from Unicode 16. Immutable; safe for several threads.
final class CharacterTable {

    /// Stands between words.
    static final int SEPARATOR = 0;
    /// Letter, digit or mark of a script that puts spaces between words.
    static final int WORD = 1;
    /// Han, kana, Hangul, and the South-East Asian scripts that put none.
    static final int SPACELESS = 2;
    /// Neither part of a word nor its end: soft hyphens, joiners, combining accents, variation selectors.
    static final int IGNORED = 3;

    /// Code points from here on are separators, but for those ignored.
    static final int LIMIT = 0x40000;

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// In place of a difference: what the code point becomes is a text.
    private static final int TEXT = Integer.MIN_VALUE;

    private final byte[] classes;
    /// From each code point to what it becomes.
    private final int[] differences;
    private final Map<Integer, String> texts;

    private CharacterTable(byte[] classes, int[] differences, Map<Integer, String> texts) {
        this.classes = classes;
        this.differences = differences;
        this.texts = texts;
    }

    static CharacterTable frozen() {
        return Frozen.TABLE;
    }

    /// One of [#SEPARATOR], [#WORD], [#SPACELESS] and [#IGNORED].
    int classOf(int codePoint) {
        if (codePoint < LIMIT) {
            return classes[codePoint];
        }
        return codePoint >= 0xE0000 && codePoint < 0xE0200 ? IGNORED : SEPARATOR;
    }

    /// Appends what a code point becomes: lower case, without accents.
    void appendFolded(int codePoint, StringBuilder to) {
        int difference = codePoint < LIMIT ? differences[codePoint] : 0;
        if (difference != TEXT) {
            to.appendCodePoint(codePoint + difference);
        } else {
            to.append(texts.get(codePoint));
        }
    }

    private static CharacterTable load() {
        try (InputStream in = CharacterTable.class.getResourceAsStream("characters.txt")) {
            if (in == null) {
                throw new IllegalStateException("characters.txt is missing beside " + CharacterTable.class.getName());
            }
            String[] lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n");
            return parse(lines[0], lines[1]);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read characters.txt", e);
        }
    }

    static CharacterTable parse(String classLine, String foldLine) {
        byte[] classes = new byte[LIMIT];
        Runs runs = new Runs(classLine);
        for (int at = 0; runs.more();) {
            at += runs.number();
            int run = runs.number();
            Arrays.fill(classes, at, at + (run >> 2), (byte) (run & 3));
            at += run >> 2;
        }
        int[] differences = new int[LIMIT];
        Map<Integer, String> texts = new HashMap<>();
        runs = new Runs(foldLine);
        for (int at = 0; runs.more();) {
            at += runs.number();
            int run = runs.number();
            int length = run >> 2;
            int step = (run & 3) == 2 ? 2 : 1;
            String text = (run & 3) == 0 ? runs.text() : "";
            int difference = (run & 3) == 1 || (run & 3) == 2 ? runs.signed() : 0;
            for (int i = 0; i < length; i++, at += step) {
                if (difference != 0) {
                    differences[at] = difference;
                } else if (text.length() == 1) {
                    differences[at] = text.charAt(0) - at;
                } else {
                    differences[at] = TEXT;
                    texts.put(at, text);
                }
            }
        }
        return new CharacterTable(classes, differences, texts);
    }

    /// Appends a number as the runs above are written.
    static void appendNumber(int number, StringBuilder to) {
        int rest = number;
        for (; rest >= 32; rest >>>= 5) {
            to.append(DIGITS.charAt(32 + (rest & 31)));
        }
        to.append(DIGITS.charAt(rest));
    }

    private static final class Frozen {
        static final CharacterTable TABLE = load();
    }

    private static final class Runs {

        private final String line;
        private int at;

        Runs(String line) {
            this.line = line;
        }

        boolean more() {
            return at < line.length();
        }

        int number() {
            int number = 0;
            for (int shift = 0;; shift += 5) {
                int digit = DIGITS.indexOf(line.charAt(at++));
                number |= (digit & 31) << shift;
                if (digit < 32) {
                    return number;
                }
            }
        }

        int signed() {
            int number = number();
            return number >>> 1 ^ -(number & 1);
        }

        String text() {
            int length = number();
            at += length;
            return line.substring(at - length, at);
        }
    }
}
