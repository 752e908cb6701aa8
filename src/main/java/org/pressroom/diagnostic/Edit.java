package org.pressroom.diagnostic;

/// One exact change to a file: what stands at a place gives way to something else.
///
/// @param at          within one line
/// @param replacement without line breaks, already in the form that the place needs (quotes stay outside)
public record Edit(Position at, String replacement) {

    /// @throws IllegalArgumentException when lines would be joined or added
    public Edit {
        if (at.line() != at.endLine() || replacement.indexOf('\n') >= 0 || replacement.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("an edit stays within a line: " + at + " '" + replacement + "'");
        }
    }
}
