package org.pressroom.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The colour of a badge, on light pages and on dark ones. Text on it is black or white, whichever can be read better:
/// one of them always has a contrast of at least 4.5:1 (WCAG 2.2, 1.4.3).
///
/// @param light `#rrggbb` in lower case, on [#PAPER]
/// @param dark  the same, on [#NIGHT]
public record Colour(String light, String dark) {

    /// The theme's page by day.
    public static final String PAPER = "#ffffff";

    /// The theme's page by night.
    public static final String NIGHT = "#14171a";

    /// What a badge must have against its page to be seen (WCAG 2.2, 1.4.11).
    public static final double VISIBLE = 3;

    /// What a text must have against its page to be read (WCAG 2.2, 1.4.3).
    public static final double READABLE = 4.5;

    static final Pattern FORM = Pattern.compile("^\\s*#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\\s*$");

    private static final String BLACK = "#000000";
    private static final String WHITE = "#ffffff";

    /// Reads `#rgb` or `#rrggbb`.
    static Optional<String> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.strip().substring(1).toLowerCase(Locale.ROOT);
        return Optional.of("#" + (digits.length() == 6 ? digits : digits.replaceAll(".", "$0$0")));
    }

    /// The ratio of two colours' luminance, from 1 to 21 (WCAG 2.2, "contrast ratio").
    public static double contrast(String a, String b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// Black or white, whichever can be read better on a colour.
    public static String ink(String colour) {
        return contrast(colour, BLACK) >= contrast(colour, WHITE) ? BLACK : WHITE;
    }

    /// The nearest shade of a colour that can be seen on a page: mixed with the page's opposite until it can.
    static String visible(String colour, String page) {
        return nearest(colour, page, VISIBLE);
    }

    /// The nearest shade of a colour that has a contrast against a page: mixed with the page's opposite until it has.
    static String nearest(String colour, String page, double contrast) {
        String opposite = ink(page);
        for (int share = 0; share <= 100; share++) {
            String mixed = mixed(colour, opposite, share);
            if (contrast(mixed, page) >= contrast) {
                return mixed;
            }
        }
        return opposite;
    }

    private static String mixed(String a, String b, int share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 0; i < 3; i++) {
            int value = (channel(a, i) * (100 - share) + channel(b, i) * share) / 100;
            mixed.append(String.format(Locale.ROOT, "%02x", value));
        }
        return mixed.toString();
    }

    private static int channel(String colour, int index) {
        return Integer.parseInt(colour.substring(1 + 2 * index, 3 + 2 * index), 16);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(channel(colour, 0)) + 0.7152 * linear(channel(colour, 1)) + 0.0722 * linear(channel(colour, 2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
