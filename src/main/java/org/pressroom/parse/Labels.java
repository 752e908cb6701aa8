package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words by which authors announce the parts of a PR/FAQ, in all languages at once: `labels/<language>.txt`.
///
/// Compared without case, accents of width, numbering before and behind, articles, punctuation at the ends and remarks in
/// brackets. A `*` in a label stands for any words, of which there are at most [#MOST_WORDS] when it comes first.
final class Labels {

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja", "ko", "zh");

    /// More characters than this are a sentence, no label.
    private static final int MAX_LENGTH = 120;
    /// What stands before `press release` or `FAQ` in a heading is a name, not half a sentence.
    private static final int MOST_WORDS = 10;
    private static final Pattern NUMBERING =
        Pattern.compile("(?:(?:[0-9]+(?:\\.[0-9]+)*|[ivx]{1,4}|[a-h])[.)]\\s+|(?:part|section|teil|abschnitt|partie|parte|sección|seção)\\s+[0-9ivx]+\\s*[:.—–-]\\s*)");
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our", "der", "die", "das", "ein", "eine", "le", "la", "les", "un",
        "une", "el", "los", "las", "o", "os", "as");
    private static final Set<String> ANNOUNCEMENTS = Set.of("announcement");
    private static final String JOINTS = ":：|(（[【";
    private static final String DASHES = "—–-";

    private static final Labels ALL = load();

    /// Names of press releases and of FAQs that say so inside other words as well.
    private static final int TELLING = 3;

    private final Map<String, Label> exact = new HashMap<>();
    private final List<String> releases = new ArrayList<>();
    private final List<String> faqs = new ArrayList<>();
    private final List<Wild> wild = new ArrayList<>();

    /// A label with a `*` in it.
    private record Wild(String before, String after, Label label) {

        boolean fits(String normal) {
            return normal.length() > before.length() + after.length() && normal.startsWith(before) && normal.endsWith(after)
                && (!before.isEmpty() || Words.count(normal) <= MOST_WORDS + Words.count(after));
        }
    }

    /// What words announce.
    ///
    /// @param rest what a heading says behind them: `Keys by post` in `Press release: Keys by post`; empty when nothing
    /// @param wild whether some of the words are any
    record Found(Label label, String rest, boolean wild) { }

    private Labels() { }

    private static Labels load() {
        Labels labels = new Labels();
        for (String language : LANGUAGES) {
            WordFiles.lines("labels/" + language + ".txt").forEach(labels::add);
        }
        // The longer label knows better: `* press release / faq` before `* faq`.
        labels.wild.sort(Comparator.comparingInt((Wild w) -> -w.before().length() - w.after().length()));
        return labels;
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        Label label = Label.of(line.substring(0, colon).strip()).orElseThrow(() -> new IllegalStateException("no role: " + line));
        for (String word : line.substring(colon + 1).split("\\|")) {
            String written = word.strip().toLowerCase(Locale.ROOT);
            int star = written.indexOf('*');
            if (star >= 0) {
                wild.add(new Wild(written.substring(0, star), written.substring(star + 1), label));
            } else {
                String normal = normal(written);
                exact.putIfAbsent(normal, label);
                if (normal.length() >= TELLING && (label == Label.PRESS_RELEASE || label == Label.FAQ) && !ANNOUNCEMENTS.contains(normal)) {
                    (label == Label.FAQ ? faqs : releases).add(normal);
                }
            }
        }
    }

    /// Whether words name press release and FAQ in one: the document is meant.
    private boolean namesBoth(String normal) {
        return releases.stream().anyMatch(normal::contains) && faqs.stream().anyMatch(normal::contains);
    }

    /// What a heading or label announces, from all of it or from what stands before a colon, dash or bracket.
    static Optional<Label> of(String text) {
        Found found = find(text);
        return found == null ? Optional.empty() : Optional.of(found.label());
    }

    /// The same with what is left of the heading.
    static @Nullable Found find(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return null;
        }
        String normal = normal(text);
        Label whole = ALL.exactly(normal);
        if (whole != null) {
            return new Found(whole, "", false);
        }
        Label some = ALL.wildly(normal);
        if (some != null) {
            return new Found(ALL.namesBoth(normal) ? Label.PRFAQ : some, "", true);
        }
        int joint = joint(text);
        if (joint <= 0) {
            return null;
        }
        String first = normal(text.substring(0, joint));
        String rest = text.substring(joint + 1).strip();
        Label label = first.isEmpty() ? null : ALL.exactly(first);
        if (label == null && !first.isEmpty()) {
            label = ALL.wildly(first);
        }
        if (label != null && (label == Label.PRESS_RELEASE || label.isFaq()) && ALL.namesBoth(normal)) {
            return new Found(Label.PRFAQ, "", true);
        }
        return label == null ? null : new Found(label, rest, false);
    }

    /// Where a label may end before the end of its line: at a colon, a bracket, or a dash between spaces; -1 when nowhere.
    private static int joint(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (JOINTS.indexOf(c) >= 0 || DASHES.indexOf(c) >= 0 && text.charAt(i - 1) == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ') {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Label exactly(String normal) {
        Label label = exact.get(normal);
        return label == null ? exact.get(withoutNumber(normal)) : label;
    }

    private @Nullable Label wildly(String normal) {
        for (Wild candidate : wild) {
            if (candidate.fits(normal)) {
                return candidate.label();
            }
        }
        return null;
    }

    /// `customer quote` of `customer quote 2` or `customer quote #2`.
    private static String withoutNumber(String normal) {
        int end = normal.length();
        while (end > 0 && (isNumber(normal.charAt(end - 1)) || normal.charAt(end - 1) == '#')) {
            end--;
        }
        return end < normal.length() ? normal.substring(0, end).strip() : normal;
    }

    static String normal(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        return Words.flat(withoutArticle(inner(withoutNumbering(normal)))).strip();
    }

    private static String withoutNumbering(String text) {
        Matcher m = NUMBERING.matcher(text);
        return m.lookingAt() ? text.substring(m.end()) : text;
    }

    private static String withoutArticle(String text) {
        if (text.startsWith("l'")) {
            return text.substring(2);
        }
        int space = text.indexOf(' ');
        return space > 0 && space <= 4 && ARTICLES.contains(text.substring(0, space)) ? text.substring(space + 1).strip() : text;
    }

    /// A text without what is no letter or digit at its ends; a closing bracket stays at the end.
    private static String inner(String text) {
        int start = 0;
        while (start < text.length() && !Character.isLetter(text.codePointAt(start)) && !isNumber(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && !Character.isLetter(text.codePointBefore(end)) && !isNumber(text.codePointBefore(end))
                && text.charAt(end - 1) != ')') {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }
}
