package org.pressroom.cli;

import java.util.Locale;

/// The form in which findings are printed.
enum CheckFormat {
    TEXT, JSON, SARIF, GITHUB, JUNIT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
