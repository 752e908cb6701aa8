package org.pressroom.cli;

import java.util.Locale;

/// The form of what a command prints.
enum OutputFormat {
    TEXT, JSON;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
