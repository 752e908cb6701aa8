package org.pressroom.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the proposed product is called, as far as title and headline tell.
///
/// A name is a word of the title that the text keeps writing with a capital inside its sentences, or the words before a
/// colon, dash or "launches" at the title's beginning.
final class ProductName {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.+#'’-]*");
    private static final Pattern LEAD = Pattern.compile(
        "^(?:introducing\\s+)?([^:—–|,]{2,40}?)\\s*(?:[:—–|,]|\\s-\\s|\\b(?:launches|announces|introduces|releases|gives|lets|helps|brings|unveils)\\b)",
        Pattern.CASE_INSENSITIVE);
    private static final Set<String> COMMON = Set.of("press", "release", "faq", "pr", "pr/faq", "prfaq", "draft", "today", "new", "the",
        "and", "for", "with", "from", "this", "that", "our", "your", "how", "why", "what", "a", "an", "of", "to", "in", "on", "q&a");

    private final List<Pattern> names;

    private ProductName(List<Pattern> names) {
        this.names = names;
    }

    /// @param titles title and headline
    /// @param text   of the press release
    static ProductName of(List<String> titles, String text) {
        Set<String> found = new LinkedHashSet<>();
        for (String title : titles) {
            String clean = title.replaceAll("(?i)^\\s*(?:PR\\s*/?\\s*FAQ|press release(?: (?:&|and) faq)?)\\s*[:—–-]\\s*", "");
            Matcher lead = LEAD.matcher(clean);
            if (lead.find() && lead.group(1).split("\\s+").length <= 3 && isName(lead.group(1))) {
                found.add(lead.group(1).strip());
            }
            Matcher words = WORD.matcher(clean);
            while (words.find()) {
                if (isName(words.group()) && Character.isUpperCase(words.group().codePointAt(0)) && namesInside(words.group(), text)) {
                    found.add(words.group());
                }
            }
        }
        List<Pattern> names = new ArrayList<>();
        for (String name : found) {
            names.add(Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])"));
        }
        return new ProductName(names);
    }

    private static boolean isName(String word) {
        return word.strip().length() >= 2 && !COMMON.contains(word.strip().toLowerCase(Locale.ROOT));
    }

    /// Whether the text writes a word with a capital inside sentences, and not mostly without one.
    private static boolean namesInside(String word, String text) {
        if (!text.contains(" " + word)) {
            return false;
        }
        int inside = count("(?<=[\\p{Ll},;] )" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])", text);
        String small = word.toLowerCase(Locale.ROOT);
        int lower = small.equals(word) ? 0 : count("(?<![\\p{L}\\p{N}])" + Pattern.quote(small) + "(?![\\p{L}\\p{N}])", text);
        return inside >= 2 && inside > lower;
    }

    private static int count(String pattern, String text) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (m.find()) {
            count++;
        }
        return count;
    }

    /// Where the product is first named in a text; -1 when it isn't.
    int first(String text) {
        int first = -1;
        for (Pattern name : names) {
            Matcher m = name.matcher(text);
            if (m.find() && (first < 0 || m.start() < first)) {
                first = m.start();
            }
        }
        return first;
    }
}
