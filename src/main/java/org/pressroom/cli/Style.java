package org.pressroom.cli;

/// How a part of a printed line stands out. In the text it is marked by characters that Unicode keeps for a program's own use,
/// and a [Printer] turns the marks into colours; so no text from elsewhere needs to be trusted with an escape.
enum Style {
    PLAIN("\u001b[0m"), BOLD("\u001b[1m"), YELLOW("\u001b[33m");

    private static final char FIRST = '\uFDD0';

    private final String escape;

    Style(String escape) {
        this.escape = escape;
    }

    String escape() {
        return escape;
    }

    /// A text between two marks.
    String of(CharSequence text) {
        return (char) (FIRST + ordinal()) + text.toString() + FIRST;
    }
}
