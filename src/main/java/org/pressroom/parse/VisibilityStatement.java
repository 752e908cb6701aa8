package org.pressroom.parse;

import java.util.Set;
import java.util.function.Predicate;

/// What the words of one line say about who may read the document: a key that names visibility, what stands between, and a value.
/// The marks of a header do not matter.
///
/// @param words of the line
/// @param alias whether a label, its words joined by hyphens, is another name of the key
record VisibilityStatement(PlainWords words, Predicate<String> alias) {

    /// What a line says.
    enum Says {
        /// Nothing about visibility.
        NOTHING,
        /// That everybody may read the document.
        OPEN,
        /// The key alone; the value may follow.
        KEY,
        /// A value that is neither; short, behind the key alone.
        UNKNOWN,
        /// `restricted` or the like, in some words.
        LOOSELY_RESTRICTED,
        /// `restricted`, and nothing else or an explanation that is set apart.
        RESTRICTED
    }

    /// More words behind a key are a sentence.
    static final int SENTENCE = 8;
    private static final int NOTE = 4;
    private static final int LABEL = 3;

    private static final Set<String> FILLERS = Set.of("is", "highly", "strictly", "very", "the", "str", "level", "value", "content", "td", "th", "dd", "div", "span", "p",
        "strong", "b", "em", "i", "code", "currently", "now", "set", "to", "scope", "type", "still", "remains", "class", "state");
    /// What goes on from `restricted` to those who may read.
    private static final Set<String> WHOM = Set.of("to", "for", "by", "until", "till", "only", "and", "or", "at", "within", "access", "auf", "fur", "bis", "nur");
    /// After one of these a key may stand as a value: `name: visibility`.
    private static final Set<String> NAMING = Set.of("name", "key", "property", "field");
    /// Where a new label may begin within a line.
    private static final String BOUNDARIES = ",;|·•{([<>&\t";
    /// What may stand between a key and its value.
    private static final String SEPARATORS = ":=|>→⇒–—({[\"'`\t";

    /// Whether `restricted` is all that it says.
    boolean isBanner() {
        return words.size() == 1 && VisibilityTerms.isRestricted(words.get(0));
    }

    /// Whether the line is the value of a key that stood before it.
    ///
    /// @param loosely whether another label may stand before the value
    boolean isRestrictedValue(boolean loosely) {
        if (words.size() == 0 || words.size() > NOTE + 1) {
            return false;
        }
        return VisibilityTerms.isRestricted(words.get(0)) || loosely && words.words().stream().anyMatch(VisibilityTerms::isRestricted)
            && words.words().stream().noneMatch(word -> VisibilityTerms.isNegation(word) || VisibilityTerms.isOpen(word));
    }

    /// Whether the key is all that it says.
    boolean isKeyAlone() {
        return words.size() > 0 && words.size() <= 2 && endOfKey(0) == words.size();
    }

    /// What the line says about visibility, the strongest of it.
    ///
    /// @param exact whether the key must be the whole of the line's first label
    Says says(boolean exact) {
        Says strongest = Says.NOTHING;
        int inLabel = 0;
        boolean value = false;
        for (int i = 0; i < words.size() && !(exact && i > 0); i++) {
            String before = i == 0 ? words.opening() : words.gap(i - 1);
            if (i == 0 || PlainWords.hasAny(before, BOUNDARIES) || before.contains("  ")) {
                inLabel = 0;
                value = false;
            } else {
                value |= PlainWords.hasAny(before, ":=");
                inLabel++;
            }
            int end = endOfKey(i);
            boolean named = i > 0 && NAMING.contains(words.get(i - 1));
            if (end > 0 && (!value && inLabel <= LABEL || named || isTight(i))) {
                Says here = valueAfter(i, end, exact);
                strongest = here.compareTo(strongest) > 0 ? here : strongest;
            } else if (end == words.size() && value && words.size() <= LABEL) {
                strongest = Says.KEY.compareTo(strongest) > 0 ? Says.KEY : strongest;
            }
        }
        return strongest;
    }

    /// Whether the key and `restricted` stand here as one word: `visibility=restricted`.
    boolean isTight() {
        for (int i = 0; i < words.size(); i++) {
            if (isTight(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTight(int word) {
        return word + 1 < words.size() && (words.gap(word).equals("=") || words.gap(word).equals(":"))
            && VisibilityTerms.isVisibility(words.get(word)) && VisibilityTerms.isRestricted(words.get(word + 1));
    }

    /// The number of the word after a key that begins here; 0 when none does.
    private int endOfKey(int first) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < Math.min(words.size(), first + NOTE); i++) {
            joined.append(i == first ? "" : "-").append(words.get(i));
            String name = joined.toString();
            if (i == first && (VisibilityTerms.isVisibility(name) || VisibilityTerms.isGeneralKey(name) || isSwitch(i)) || alias.test(name)) {
                return i + 1;
            }
            if (words.isFollowedBy(i, SEPARATORS)) {
                break;
            }
        }
        return 0;
    }

    /// Whether a word is a key such as `restricted: true`.
    private boolean isSwitch(int word) {
        return (VisibilityTerms.isRestricted(words.get(word)) || VisibilityTerms.isSwitch(words.get(word)))
            && word + 1 < words.size() && words.isFollowedBy(word, ":=") && (words.get(word + 1).equals("true") || words.get(word + 1).equals("yes"));
    }

    private Says valueAfter(int first, int end, boolean exact) {
        if (end == words.size()) {
            return Says.KEY;
        }
        if (isSwitch(first)) {
            return Says.RESTRICTED;
        }
        int value = end;
        String gap = words.gap(end - 1);
        if (!PlainWords.hasAny(gap, SEPARATORS) && !gap.contains("  ") && !gap.contains(" - ")) {
            while (!exact && value < Math.min(words.size() - 1, end + NOTE) && !words.isFollowedBy(value, ":=|")) {
                value++;
            }
            boolean separated = !exact && value < words.size() - 1 && words.isFollowedBy(value, ":=|");
            if (!separated) {
                return !exact && words.size() <= NOTE && VisibilityTerms.isRestricted(words.get(end)) ? Says.RESTRICTED : Says.NOTHING;
            }
            gap = words.gap(value);
            value++;
        }
        boolean alone = end == first + 1 && value == end && PlainWords.hasAny(gap, ":=|");
        return said(value + (gap.contains("!!") || gap.endsWith("&") ? 1 : 0), alone, VisibilityTerms.isGeneralKey(words.get(first)));
    }

    /// @param alone   whether nothing but the key stands before the value
    /// @param general whether the key is one that may be about other things than the document
    private Says said(int from, boolean alone, boolean general) {
        int to = from;
        while (to < words.size() && to < from + SENTENCE * 2 && (to == from || !endsValue(words.gap(to - 1)))) {
            to++;
        }
        int at = from;
        while (at < to - 1 && at < from + LABEL && (FILLERS.contains(words.get(at)) || isStruck(at))) {
            at++;
        }
        if (at >= to) {
            return Says.KEY;
        }
        String word = words.get(at);
        if (VisibilityTerms.isOpen(word) || VisibilityTerms.isNegation(word)) {
            return Says.OPEN;
        }
        int rest = to - at;
        String after = words.gap(at);
        boolean apart = rest <= 2 || !after.isBlank() && (rest <= NOTE || !after.startsWith(","));
        if (VisibilityTerms.isRestricted(word) && at == from && apart) {
            return Says.RESTRICTED;
        }
        if (general) {
            return Says.NOTHING;
        }
        if (VisibilityTerms.isSecret(word) && (apart || rest <= LABEL || rest <= SENTENCE && WHOM.contains(words.get(at + 1)))) {
            return Says.LOOSELY_RESTRICTED;
        }
        return alone && to - from <= LABEL ? Says.UNKNOWN : Says.NOTHING;
    }

    /// Whether a value that would open the document is struck through.
    private boolean isStruck(int word) {
        return VisibilityTerms.isOpen(words.get(word)) && words.text().startsWith("~~", words.startOf(word) - 2);
    }

    private static boolean endsValue(String gap) {
        return gap.contains(" #") || gap.contains("<!--") || gap.indexOf('|') >= 0 || gap.contains("//");
    }
}
