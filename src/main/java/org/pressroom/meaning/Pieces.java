package org.pressroom.meaning;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private final Map<String, Integer> numbers;
    private final int longest;
    /// By hash. A thread may see an older one or none, but each is whole.
    private final @Nullable Divided[] remembered = new @Nullable Divided[REMEMBERED];

    private record Divided(String word, int[] pieces) { }

    /// @param vocabulary the pieces, each numbered by its place from 0
    public Pieces(List<String> vocabulary) {
        numbers = HashMap.newHashMap(vocabulary.size());
        int most = 0;
        for (String piece : vocabulary) {
            numbers.put(piece, numbers.size());
            most = Math.max(most, piece.length());
        }
        longest = most;
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
                divide(normal.substring(start, i), told);
                start = -1;
            }
        }
    }

    /// A text without marks and capitals, as its words are looked up.
    public static String normal(String text) {
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

    private static boolean isWordUnit(char unit) {
        return unit >= 'a' && unit <= 'z' || unit >= '0' && unit <= '9';
    }

    private void divide(String word, IntConsumer told) {
        Integer whole = numbers.get(word);
        if (whole != null) {
            told.accept(whole);
            return;
        }
        if (word.length() > LONGEST_WORD) {
            return;
        }
        int hash = word.hashCode();
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        Divided divided = remembered[place];
        if (divided == null || !divided.word.equals(word)) {
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
        int count = 0;
        for (int from = 0; from < word.length(); ) {
            int to = Math.min(word.length(), from + longest);
            Integer piece = null;
            while (to > from && piece == null) {
                piece = numbers.get(from == 0 ? word.substring(0, to) : CONTINUED + word.substring(from, to));
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                return new int[0];
            }
            found[count++] = piece;
            from = to;
        }
        return Arrays.copyOf(found, count);
    }
}
