package org.pressroom.bake;

import org.jspecify.annotations.Nullable;
import org.pressroom.config.Colour;

/// The configuration's colour of links and marks, for the end of the style sheet.
final class Accent {

    /// How much of a page's white or black remains in the soft shade behind marked words.
    private static final int SOFT = 85;

    private Accent() { }

    /// @param accent null: none, the theme's own stands
    static String styles(@Nullable Colour accent) {
        return accent == null ? "" : "\n@media screen {\n" + rule(accent.light()) + "}\n@media screen and (prefers-color-scheme: dark) {\n"
            + rule(accent.dark()) + "}\n";
    }

    private static String rule(String colour) {
        return "  :root { --link: " + colour + "; --link-soft: color-mix(in srgb, " + colour + ", var(--page) " + SOFT + "%); }\n";
    }
}
