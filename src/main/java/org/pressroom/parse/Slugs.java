package org.pressroom.parse;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Fragments of one document, each used once. For one thread.
final class Slugs {

    private static final int MAX_LENGTH = 80;

    private final Set<String> used = new HashSet<>();
    /// The number that a slug was last given: counting from 2 each time would be quadratic.
    private final Map<String, Integer> last = new HashMap<>();

    /// A fragment for a heading: lower case, white space to `-`, letters and digits of any script kept; a clash gets `-2`.
    String heading(String text) {
        return unique(slug(text, "section"));
    }

    /// A fragment for a question: `q-` and the same.
    String question(String text) {
        return unique("q-" + slug(text, "question"));
    }

    private String unique(String slug) {
        String candidate = slug;
        while (!used.add(candidate)) {
            candidate = slug + "-" + last.merge(slug, 2, (n, _) -> n + 1);
        }
        return candidate;
    }

    private static String slug(String text, String whenEmpty) {
        String lower = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < lower.length() && slug.length() < MAX_LENGTH; ) {
            int c = lower.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || c == '-') {
                slug.append('-');
            } else if (Character.isLetterOrDigit(c) || c == '_' || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            }
        }
        StringBuilder trimmed = new StringBuilder(slug.length());
        for (int i = 0; i < slug.length(); i++) {
            boolean again = slug.charAt(i) == '-' && (trimmed.isEmpty() || trimmed.charAt(trimmed.length() - 1) == '-');
            if (!again) {
                trimmed.append(slug.charAt(i));
            }
        }
        if (!trimmed.isEmpty() && trimmed.charAt(trimmed.length() - 1) == '-') {
            trimmed.setLength(trimmed.length() - 1);
        }
        return trimmed.isEmpty() ? whenEmpty : trimmed.toString();
    }
}
