package org.pressroom.cli;

import java.util.Locale;

/// When to write in colour.
enum ColourChoice {
    AUTO, ALWAYS, NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
