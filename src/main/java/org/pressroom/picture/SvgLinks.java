package org.pressroom.picture;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/// Where the attributes `href` and `src` of a drawing point to.
final class SvgLinks {

    /// Followed by a click alone, and not before.
    private static final Set<String> FOLLOWED = Set.of("http", "https", "mailto", "tel", "ftp");

    private SvgLinks() { }

    /// An address as browsers read it: without line ends and tabs, and without spaces and controls around it.
    static String clean(String address) {
        StringBuilder clean = new StringBuilder(Math.min(address.length(), 256));
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c > ' ' || c == ' ' && !clean.isEmpty()) {
                clean.append(c);
            }
        }
        return clean.toString().stripTrailing();
    }

    /// The address of a part of the same drawing.
    static boolean isLocal(String clean) {
        return clean.startsWith("#");
    }

    /// @throws SvgRefusal when a click would run something
    static void refuseScript(String clean) throws SvgRefusal {
        String scheme = scheme(clean);
        if (scheme != null && !FOLLOWED.contains(scheme)) {
            throw new SvgRefusal("has a link that could run scripts (" + SvgRefusal.excerpt(clean) + ")");
        }
    }

    private static @Nullable String scheme(String clean) {
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (c == ':') {
                return clean.substring(0, i).toLowerCase(Locale.ROOT);
            }
            if (c == '/' || c == '?' || c == '#') {
                return null;
            }
        }
        return null;
    }

    /// Whether a value of any attribute looks as if something could be fetched from it or run.
    static boolean isOutward(String value) {
        String clean = clean(value);
        return clean.startsWith("//") || clean.contains("://") || clean.startsWith("\\\\") || isScript(clean);
    }

    private static boolean isScript(String clean) {
        String scheme = scheme(clean);
        return scheme != null && (scheme.endsWith("script") || scheme.equals("data"));
    }
}
