package org.pressroom.parse;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the proposed product is called, and who announces it, as far as title and headline tell.
///
/// A name is a word of the title that the text keeps writing with a capital inside its sentences, or the words before a
/// colon, dash or a verb such as "launches" at the title's beginning.
final class ProductName {

    private static final Set<String> COMMON = Set.of("press", "release", "faq", "pr", "pr/faq", "prfaq", "draft", "today", "new", "the",
        "and", "for", "with", "from", "this", "that", "our", "your", "how", "why", "what", "a", "an", "of", "to", "in", "on", "q&a");
    private static final String JOINTS = ":：—–|,";
    /// Each word of a title is looked for in the text.
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_LEAD = 40;
    private static final int LEAD_WORDS = 3;
    private static final int LONGEST_ALIAS = 12;
    private static final int ANNOUNCER_WORDS = 7;
    private static final int ADVERBS = 2;

    private final List<String> names;
    private final @Nullable String announcer;
    private final String text;

    private ProductName(List<String> names, @Nullable String announcer, String text) {
        this.names = names;
        this.announcer = announcer;
        this.text = text;
    }

    /// @param titles title and headline
    /// @param text   of the press release
    static ProductName of(List<String> titles, String text, Cues cues) {
        Set<String> found = new LinkedHashSet<>();
        String announcer = null;
        for (String title : titles) {
            String clean = withoutGenre(title.substring(0, Math.min(title.length(), LONGEST_TITLE)));
            Cues.Found verbs = cues.in(clean);
            int end = leadEnd(clean, verbs);
            String lead = end > 0 ? clean.substring(0, end).strip() : "";
            if (lead.length() >= 2 && lead.length() <= LONGEST_LEAD && lead.split(" ").length <= LEAD_WORDS && isName(lead)) {
                found.add(lead);
            }
            int announces = verbs.first(Cues.Kind.ANNOUNCE);
            announcer = announcer == null && announces > 0 ? organisation(clean.substring(0, announces)) : announcer;
            boolean given = found.contains(lead) && announces < 0;
            for (String word : given ? List.<String>of() : words(clean)) {
                if (isName(word) && !isAcronym(word) && Character.isUpperCase(word.codePointAt(0)) && found.stream().noneMatch(f -> f.contains(word)) && namedInside(word, text)) {
                    found.add(word);
                }
            }
        }
        for (String name : List.copyOf(found)) {
            String alias = alias(name, text);
            if (alias != null) {
                found.add(alias);
            }
        }
        if (announcer == null) {
            Cues.Found verbs = cues.in(text.substring(0, Math.min(text.length(), 600)));
            int announces = verbs.first(Cues.Kind.ANNOUNCE);
            announcer = announces > 0 ? organisation(text.substring(0, announces)) : null;
        }
        return new ProductName(List.copyOf(found), announcer, text);
    }

    /// A title without the words that say what kind of document it is.
    private static String withoutGenre(String title) {
        for (int i = 0; i < title.length(); i++) {
            if (JOINTS.indexOf(title.charAt(i)) >= 0 || title.startsWith(" - ", i)) {
                Label label = Labels.of(title.substring(0, i)).orElse(null);
                return label == Label.PRFAQ || label == Label.PRESS_RELEASE ? title.substring(i + 1).strip() : title;
            }
        }
        return title;
    }

    /// Where the words end with which a title begins: at a colon, a dash, a verb of announcing or giving.
    private static int leadEnd(String title, Cues.Found verbs) {
        int end = -1;
        for (int i = 1; i < title.length() && end < 0; i++) {
            if (JOINTS.indexOf(title.charAt(i)) >= 0 || title.startsWith(" - ", i)) {
                end = i;
            }
        }
        for (Cues.Kind kind : List.of(Cues.Kind.ANNOUNCE, Cues.Kind.GAIN)) {
            int verb = verbs.first(kind);
            end = verb > 0 && (end < 0 || verb < end) ? verb : end;
        }
        return end;
    }

    /// Who stands right before a verb of announcing, adverbs between them left out: `Harbour Homes` in `Harbour Homes today`;
    /// null when nobody does.
    private static @Nullable String organisation(String before) {
        List<String> words = words(before);
        int end = words.size();
        while (end > 0 && words.size() - end < ADVERBS && !isCapital(words.get(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < ANNOUNCER_WORDS && isCapital(words.get(start - 1))) {
            start--;
        }
        return start == end ? null : String.join(" ", words.subList(start, Math.min(end, start + 2)));
    }

    private static boolean isCapital(String word) {
        return Character.isUpperCase(word.codePointAt(0)) && !COMMON.contains(word.toLowerCase(Locale.ROOT));
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || start >= 0 && ".+#'’-".indexOf(text.charAt(i)) >= 0);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String word = text.substring(start, i);
                words.add(word.endsWith(".") || word.endsWith("'") ? word.substring(0, word.length() - 1) : word);
                start = -1;
            }
        }
        return words;
    }

    private static boolean isName(String word) {
        return word.length() >= 2 && !COMMON.contains(word.toLowerCase(Locale.ROOT));
    }

    /// `AI`, `API`: a technology rather than a product.
    private static boolean isAcronym(String word) {
        return word.length() <= 4 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    /// What the text calls a name for short: `ChangeRadar (CR)`; null when it doesn't.
    private static @Nullable String alias(String name, String text) {
        int at = text.indexOf(name + " (");
        int start = at + name.length() + 2;
        int end = at < 0 ? -1 : text.indexOf(')', start);
        return end > start + 1 && end - start <= LONGEST_ALIAS && Character.isUpperCase(text.codePointAt(start)) && text.substring(start, end).indexOf(' ') < 0
            ? text.substring(start, end) : null;
    }

    /// Whether the text writes a word with a capital inside sentences, and not mostly without one.
    private static boolean namedInside(String word, String text) {
        int inside = 0;
        for (int at = find(text, word, 0); at >= 0; at = find(text, word, at + 1)) {
            boolean within = at >= 2 && text.charAt(at - 1) == ' ' && (Character.isLowerCase(text.charAt(at - 2)) || text.charAt(at - 2) == ','
                || text.charAt(at - 2) == ';');
            inside += within ? 1 : 0;
        }
        if (inside < 2) {
            return false;
        }
        String small = word.toLowerCase(Locale.ROOT);
        int lower = 0;
        for (int at = small.equals(word) ? -1 : find(text, small, 0); at >= 0; at = find(text, small, at + 1)) {
            lower++;
        }
        return inside > lower;
    }

    /// Where a word stands by itself.
    private static int find(String text, String word, int from) {
        for (int at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean wide = Words.isWide(word.codePointAt(0));
            if (wide || (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || Words.isWide(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) || Words.isWide(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    /// Where the product is first named in a text; -1 when it isn't.
    int first(String text) {
        int first = -1;
        for (String name : names) {
            int at = find(text, name, 0);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    List<String> names() {
        return names;
    }

    /// Whether the release speaks of a name more than once.
    boolean recurs(String name) {
        int at = find(text, name, 0);
        return at >= 0 && find(text, name, at + name.length()) >= 0;
    }

    /// Who announces it; null when that isn't told.
    @Nullable String announcer() {
        return announcer;
    }
}
