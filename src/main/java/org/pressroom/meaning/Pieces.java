package org.pressroom.meaning;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/// Divides a text into pieces of words, as the sentence model's own tokenizer does ("WordPiece", Devlin and others 2018), but for
/// what is no word: signs are left out.
///
/// Texts are decomposed (NFKD), marks dropped, letters made lower case. A word is a run of `a`–`z` and `0`–`9`; it is divided from
/// the left into the longest pieces of the vocabulary. Pieces that continue a word begin with `##`. Safe for several threads.
public final class Pieces {

    private static final String CONTINUED = "##";
    /// Longer runs are no words; letters.
    private static final int LONGEST_WORD = 40;
    /// How many divided words are remembered, a power of 2; dividing one takes dozens of look-ups.
    private static final int REMEMBERED = 1 << 14;

    /// The letters of all pieces without [#CONTINUED], one piece after the other.
    private final byte[] letters;
    /// Where each piece's letters begin in [#letters], and after the last one where they end; those of one that continues a word
    /// as the complement.
    private final int[] starts;
    /// A hash table with open addressing. Each place has two numbers: that of its piece, one higher than it is, 0 where none is;
    /// and the piece's [#key].
    private final int[] table;
    private final int places;
    private final int longest;
    /// By hash. A thread may see an older one or none, but each is whole.
    private final @Nullable Divided[] remembered = new @Nullable Divided[REMEMBERED];

    private record Divided(String word, int[] pieces) { }

    /// @param vocabulary the pieces, ASCII, each numbered by its place from 0
    public Pieces(List<String> vocabulary) {
        letters = new byte[vocabulary.stream().mapToInt(String::length).sum()];
        starts = new int[vocabulary.size() + 1];
        int end = 0;
        places = Math.max(16, Integer.highestOneBit(vocabulary.size()) * 4);
        table = new int[2 * places];
        int most = 0;
        for (int piece = 0; piece < vocabulary.size(); piece++) {
            String text = vocabulary.get(piece);
            boolean continued = text.startsWith(CONTINUED);
            int skipped = continued ? CONTINUED.length() : 0;
            starts[piece] = continued ? ~end : end;
            for (int i = skipped; i < text.length(); i++) {
                letters[end++] = (byte) text.charAt(i);
            }
            int key = key(hash(text, skipped, text.length()), continued);
            int place = place(key);
            while (table[2 * place] != 0) {
                place = place + 1 & places - 1;
            }
            table[2 * place] = piece + 1;
            table[2 * place + 1] = key;
            most = Math.max(most, text.length());
        }
        starts[vocabulary.size()] = end;
        longest = most;
    }

    private static int hash(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash(hash, text.charAt(i));
        }
        return hash;
    }

    private static int hash(int before, char next) {
        return before * 31 + next;
    }

    private static int key(int hash, boolean continued) {
        return continued ? ~hash : hash;
    }

    /// The upper bits of a product tell even short words apart (Knuth, *The Art of Computer Programming* 3, 6.4).
    private int place(int key) {
        return key * 0x9e3779b9 >>> Integer.SIZE - Integer.numberOfTrailingZeros(places);
    }

    /// The number of the piece that a part of a text is; -1 when it is none.
    private int number(String text, int from, int to, int hash, boolean continued) {
        int key = key(hash, continued);
        for (int place = place(key); table[2 * place] != 0; place = place + 1 & places - 1) {
            if (table[2 * place + 1] == key && is(table[2 * place] - 1, text, from, to, continued)) {
                return table[2 * place] - 1;
            }
        }
        return -1;
    }

    private boolean is(int piece, String text, int from, int to, boolean continued) {
        int start = starts[piece];
        if (start < 0 != continued) {
            return false;
        }
        start = continued ? ~start : start;
        int next = starts[piece + 1];
        if ((next < 0 ? ~next : next) - start != to - from) {
            return false;
        }
        for (int i = 0; i < to - from; i++) {
            if (letters[start + i] != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    /// Tells the pieces of a text in their order. A word that can't be divided is left out.
    public void of(String text, IntConsumer told) {
        String normal = normal(text);
        int start = -1;
        for (int i = 0; i <= normal.length(); i++) {
            boolean inWord = i < normal.length() && isWordUnit(normal.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                divide(normal, start, i, told);
                start = -1;
            }
        }
    }

    /// A text without marks and capitals, as its words are looked up.
    public static String normal(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char unit = decomposed.charAt(i);
            if (unit < 0x300 || unit > 0x36f) {
                plain.append(unit);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordUnit(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9';
    }

    private void divide(String text, int from, int to, IntConsumer told) {
        int hash = hash(text, from, to);
        int whole = number(text, from, to, hash, false);
        if (whole >= 0) {
            told.accept(whole);
            return;
        }
        if (to - from > LONGEST_WORD) {
            return;
        }
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        Divided divided = remembered[place];
        if (divided == null || divided.word.length() != to - from || !divided.word.regionMatches(0, text, from, to - from)) {
            String word = text.substring(from, to);
            divided = new Divided(word, divided(word));
            remembered[place] = divided;
        }
        for (int piece : divided.pieces) {
            told.accept(piece);
        }
    }

    /// The pieces of a word that is none itself; empty when it can't be divided.
    private int[] divided(String word) {
        int[] found = new int[word.length()];
        int[] hashes = new int[word.length() + 1];
        int count = 0;
        for (int from = 0; from < word.length(); ) {
            int most = Math.min(word.length(), from + longest);
            hashes[from] = 0;
            for (int i = from; i < most; i++) {
                hashes[i + 1] = hash(hashes[i], word.charAt(i));
            }
            int to = most;
            int piece = -1;
            while (to > from && piece < 0) {
                piece = number(word, from, to, hashes[to], from > 0);
                to -= piece < 0 ? 1 : 0;
            }
            if (piece < 0) {
                return new int[0];
            }
            found[count++] = piece;
            from = to;
        }
        return Arrays.copyOf(found, count);
    }
}
