package org.pressroom.catalog;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fragments of one page, found as they are meant. Safe for several threads.
///
/// A question's own words are what authors know from other renderers; its fragment here begins with `q-`. Renderers differ in what they
/// make of space, punctuation and capitals, so what agrees in letters and digits is meant as well where nothing agrees in full.
public final class Fragments {

    /// Of fewer a list is searched as quickly.
    private static final int MANY = 200;
    /// What GitHub puts in front of each in its pages.
    private static final String GITHUBS = "user-content-";

    private final List<String> inOrder;
    private final Collection<String> all;
    private volatile Map<String, String> byLetters = Map.of();

    /// @param all in the order of the page
    public Fragments(List<String> all) {
        this.inOrder = all;
        this.all = all.size() <= MANY ? all : Set.copyOf(all);
    }

    /// The fragment that another means.
    public Optional<String> find(String fragment) {
        for (String anchor : List.of(fragment, "q-" + fragment)) {
            if (all.contains(anchor)) {
                return Optional.of(anchor);
            }
        }
        String letters = letters(fragment.startsWith(GITHUBS) ? fragment.substring(GITHUBS.length()) : fragment);
        String meant = letters.isEmpty() ? null : byLetters().get(letters);
        // Browsers take it for the beginning of any page.
        return Optional.ofNullable(meant != null ? meant : letters.equals("top") ? "top" : null);
    }

    private Map<String, String> byLetters() {
        if (byLetters.isEmpty()) {
            Map<String, String> found = new HashMap<>();
            inOrder.forEach(anchor -> found.putIfAbsent(letters(anchor), anchor));
            byLetters = found;
        }
        return byLetters;
    }

    private static String letters(String fragment) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(fragment, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit)
            .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
